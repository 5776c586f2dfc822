package org.caravansms.provider;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caravansms.config.SettingBlock;

/**
 * The queues that a block names for its provider to drain, and the provider's own.
 *
 * @param outbound the queue of accepted messages, which is drained when none is named
 * @param reserved those that have another use
 */
record BlockQueues(String outbound, Set<String> reserved) {

    private static final String QUEUES = "queues";

    /** @throws IllegalArgumentException when one is not a queue to drain */
    List<String> read(String provider, SettingBlock block) {
        Set<String> queues = new LinkedHashSet<>();
        Arrays.stream(block.text(QUEUES).split(",")).map(String::strip).forEach(queues::add);
        queues.remove("");
        boolean right = queues.stream().allMatch(this::isOurs);
        block.require(right, QUEUES, outbound + " or queues that begin with " + outbound + ". and have no other use");
        if (queues.isEmpty()) {
            queues.add(outbound);
        }
        queues.add(own(provider));
        return List.copyOf(queues);
    }

    private String own(String provider) {
        String queue = outbound + "." + provider;
        if (reserved.contains(queue)) {
            throw new IllegalArgumentException("A provider sms.provider." + provider
                    + ".* cannot be: its own queue would be " + queue + ", which has another use");
        }
        return queue;
    }

    private boolean isOurs(String queue) {
        boolean begins = queue.equals(outbound) || queue.startsWith(outbound + ".");
        return begins && queue.matches("[A-Za-z0-9_.-]+[A-Za-z0-9_-]") && !reserved.contains(queue);
    }
}
