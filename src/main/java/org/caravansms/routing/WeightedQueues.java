package org.caravansms.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The queues of a rule, each as often as its weight says. All messages to a number are on the same queue, also after a
 * restart: so the parts of a message stay together, and in their order.
 *
 * @param queues the queues
 * @param ends the sum of the weights up to each of them
 */
record WeightedQueues(List<String> queues, List<Integer> ends) {

    private static final Pattern WEIGHTED = Pattern.compile("(.+):([0-9]+)");
    private static final int MOST = 1_000;

    static WeightedQueues of(RuleLine line, QueueNames known) {
        List<String> queues = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (RuleWord word : line.word(0).values()) {
            Matcher weighted = WEIGHTED.matcher(word.text());
            String queue = weighted.matches() ? weighted.group(1) : word.text();
            int weight = weighted.matches() ? weight(line, word, weighted.group(2)) : 1;
            requireQueue(line, word, queue, known);
            line.require(!queues.contains(queue), word, "is there twice");
            queues.add(queue);
            end += weight;
            ends.add(end);
        }
        return new WeightedQueues(queues, ends);
    }

    private static int weight(RuleLine line, RuleWord word, String digits) {
        boolean right = digits.length() <= 4 && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= MOST;
        line.require(right, word, "has a weight that is not 1 to " + MOST);
        return Integer.parseInt(digits);
    }

    static void requireQueue(RuleLine line, RuleWord word, String queue, QueueNames known) {
        line.require(
                known.areSentFrom(queue),
                word,
                "is no queue that messages are sent from: " + known.outbound() + " and " + known.outbound()
                        + ".<name> are, but for " + new TreeSet<>(known.notSent()));
    }

    boolean areSeveral() {
        return queues.size() > 1;
    }

    /** @param number the recipient's number */
    String of(String number) {
        int place = areSeveral() ? Math.floorMod(spread(number.hashCode()), ends.get(ends.size() - 1)) : 0;
        int index = 0;
        while (areSeveral() && place >= ends.get(index)) {
            index++;
        }
        return queues.get(index);
    }

    /** Numbers in a row have hash codes in a row, the last step of MurmurHash3 scatters them. */
    private static int spread(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
