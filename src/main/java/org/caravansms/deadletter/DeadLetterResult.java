package org.caravansms.deadletter;

import java.util.List;
import java.util.Map;

/**
 * What became of a command for messages out of the flow.
 *
 * @param done how many messages it was done with
 * @param refused how many messages it was not done with
 * @param refusals why not, by key, for the first of them
 * @param unknown the keys that were asked for and are no message's
 */
public record DeadLetterResult(int done, int refused, Map<String, String> refusals, List<String> unknown) {}
