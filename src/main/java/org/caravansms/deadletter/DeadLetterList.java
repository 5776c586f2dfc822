package org.caravansms.deadletter;

import java.util.List;

/**
 * The first messages of a queue.
 *
 * @param messages up to the limit of the request
 * @param total how many there are
 */
public record DeadLetterList(List<DeadLetter> messages, long total) {}
