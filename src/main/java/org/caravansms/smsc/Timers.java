package org.caravansms.smsc;

import java.time.Duration;

/**
 * How patient a provider's connection is, SMPP 3.4 section 7.2.
 *
 * @param connect the wait for the connection, TLS included
 * @param response the wait for the answer to a request, a bind among them
 * @param enquireLink the silence after which an enquire_link asks whether the SMSC is there
 * @param reconnect the rest after the first failure to bind; it doubles with each further one, and varies at random
 * @param reconnectMax the longest of these rests
 * @param alarm the rest after the SMSC refused the system_id or the password: to hammer it locks accounts
 */
public record Timers(
        Duration connect,
        Duration response,
        Duration enquireLink,
        Duration reconnect,
        Duration reconnectMax,
        Duration alarm) {}
