package org.caravansms.smsc;

import java.time.Duration;

/**
 * The timeouts of a provider's connection, SMPP 3.4 section 7.2.
 *
 * @param connect the wait for the connection, TLS included
 * @param response the wait for the answer to a request, a bind among them
 * @param enquireLink the silence after which an enquire_link asks whether the SMSC is there
 * @param reconnect the wait after the first failed bind; it doubles with each further one, and varies at random
 * @param reconnectMax the longest of these waits
 * @param alarm the wait after a refused system_id or password: many tries lock accounts
 */
public record Timers(
        Duration connect,
        Duration response,
        Duration enquireLink,
        Duration reconnect,
        Duration reconnectMax,
        Duration alarm) {}
