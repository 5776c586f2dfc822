package org.caravansms.api;

/**
 * The rate limit of a user.
 *
 * @param messagesPerSecond messages a second, in the long run
 * @param burst messages at once, and so the most of one request
 */
public record RateLimit(int messagesPerSecond, int burst) {}
