package org.caravansms.broker;

/**
 * The SMS on a queue at one moment.
 *
 * @param queue its name
 * @param messages how many, including those that a consumer has not settled yet; of a long queue an estimate
 * @param since when the oldest of them was sent to the queue, in milliseconds since 1970
 */
public record QueueLoad(String queue, long messages, long since) {}
