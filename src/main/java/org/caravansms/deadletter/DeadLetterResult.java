package org.caravansms.deadletter;

import java.util.List;
import java.util.Map;

/**
 * The result of a command for messages out of the flow.
 *
 * @param done how many messages were resent or dropped, in a dry run would be
 * @param refused how many messages stay on their queue
 * @param refusals why, by key, for the first of them
 * @param unknown the keys of the command that no message has
 * @param chosen the first of those that were meant, before anything was done with them
 */
public record DeadLetterResult(
        int done, int refused, Map<String, String> refusals, List<String> unknown, List<DeadLetter> chosen) {}
