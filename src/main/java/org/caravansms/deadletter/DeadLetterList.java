package org.caravansms.deadletter;

import java.util.List;

/**
 * The first messages of a queue.
 *
 * @param messages as many as were asked for, or all
 * @param total how many there are
 */
public record DeadLetterList(List<DeadLetter> messages, long total) {}
