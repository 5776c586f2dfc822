package org.caravansms.api;

/**
 * How fast a user may send.
 *
 * @param messagesPerSecond how many messages a second, in the long run
 * @param burst how many at once, and so the most of one request
 */
public record RateLimit(int messagesPerSecond, int burst) {}
