package org.caravansms.api.http;

/**
 * The limits of a server for clients, before their login.
 *
 * @param maxBodyBytes the octets of one body, as received and inflated
 * @param maxTotalBodyBytes the octets of all bodies together, see {@link BodyBudget}
 * @param bodyTimeoutMillis how long a body may take to arrive, and an answer to be read
 * @param idleTimeoutMillis how long a connection may be silent, and how long the head of a request may take to arrive
 * @param maxHeaderBytes the octets of the request line and the headers
 * @param maxConnections the connections of one server
 * @param maxConnectionsPerAddress those of one client, see {@link org.caravansms.api.login.ClientNetwork}
 * @param threads the threads of one server
 */
public record Limits(
        int maxBodyBytes,
        long maxTotalBodyBytes,
        int bodyTimeoutMillis,
        int idleTimeoutMillis,
        int maxHeaderBytes,
        int maxConnections,
        int maxConnectionsPerAddress,
        int threads) {}
