package org.caravansms.broker;

import java.time.Instant;

/**
 * Where a message is that waits to be sent.
 *
 * @param queue the queue's name
 * @param ahead how many SMS leave it before this one
 * @param at when it may leave the queue, or null for at once
 * @param underWay whether a provider has taken it
 */
public record QueuePlace(String queue, long ahead, Instant at, boolean underWay) {}
