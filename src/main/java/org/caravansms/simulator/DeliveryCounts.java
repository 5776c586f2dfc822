package org.caravansms.simulator;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * How many receipts, or inbound messages, a {@link Simulator} sent.
 *
 * @param sent deliver_sm and data_sm given to a socket, repeated ones included
 * @param acknowledged those answered with ESME_ROK
 * @param refused those answered with another command_status, by that status
 * @param repeated those that were sent before
 * @param pending what is not acknowledged yet: held back, not due, waiting for a session or unanswered
 */
public record DeliveryCounts(
        long sent, long acknowledged, SortedMap<Integer, Long> refused, long repeated, long pending) {
    boolean isNothing() {
        return sent == 0 && pending == 0;
    }

    /** The counts as one sentence for people. */
    String sentence(String what) {
        long refusals = refused.values().stream().mapToLong(Long::longValue).sum();
        return "Sent " + sent + " " + what + ": " + acknowledged + " acknowledged, " + refusals + " refused, "
                + repeated + " repeated; " + pending + " pending";
    }

    String json() {
        String statuses = refused.entrySet().stream().map(DeliveryCounts::json).collect(Collectors.joining(","));
        return "{\"sent\":" + sent + ",\"acknowledged\":" + acknowledged + ",\"refused\":{" + statuses
                + "},\"repeated\":" + repeated + ",\"pending\":" + pending + "}";
    }

    private static String json(Map.Entry<Integer, Long> refused) {
        return "\"0x%02x\":%d".formatted(refused.getKey(), refused.getValue());
    }
}
