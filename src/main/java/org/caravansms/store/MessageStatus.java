package org.caravansms.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.EventType;
import org.caravansms.message.Folder;
import org.caravansms.message.MessageState;

/**
 * The status of a message. It depends on its events and not on the order of their arrival.
 *
 * @param state its state
 * @param submittedAt when an SMSC had all of it, or null
 * @param doneAt when it reached its last state, or null
 * @param provider the last SMSC connection that had it, or empty
 * @param reason the reason for its state, or empty
 * @param parts the SMSC's ids
 * @param byReceipt whether the state is that of receipts
 */
record MessageStatus(
        MessageState state,
        Instant submittedAt,
        Instant doneAt,
        String provider,
        String reason,
        SortedMap<Integer, String> parts,
        boolean byReceipt) {

    /** Of events at the same time, submission is the last. */
    static final Comparator<RecordedEvent> ORDER = Comparator.comparing(RecordedEvent::at)
            .thenComparing(event -> event.type() == EventType.SUBMITTED)
            .thenComparing(RecordedEvent::type);

    static MessageStatus of(List<RecordedEvent> events) {
        SortedMap<Integer, String> parts = new TreeMap<>();
        events.forEach(event -> event.parts().forEach(parts::putIfAbsent));
        RecordedEvent last =
                events.stream().filter(event -> !event.isReceipt()).max(ORDER).orElse(events.get(0));
        return last.type() == EventType.SUBMITTED ? submitted(events, last, parts) : withGateway(last, parts);
    }

    private static MessageStatus withGateway(RecordedEvent last, SortedMap<Integer, String> parts) {
        MessageState state = state(last.type());
        Instant doneAt = state.folder() == Folder.NOTSENT ? last.at() : null;
        return new MessageStatus(state, null, doneAt, last.provider(), last.reason(), parts, false);
    }

    private static MessageState state(EventType type) {
        return switch (type) {
            case ACCEPTED -> MessageState.PREPARING;
            case IN_DOUBT, HELD -> MessageState.UNKNOWN;
            case FAILED -> MessageState.REJECTED;
            case EXPIRED -> MessageState.EXPIRED;
            case DROPPED -> MessageState.DELETED;
            case RECEIPT -> MessageState.EN_ROUTE;
            default -> MessageState.SENDING;
        };
    }

    private static MessageStatus submitted(
            List<RecordedEvent> events, RecordedEvent submitted, SortedMap<Integer, String> parts) {
        SortedMap<Integer, RecordedEvent> receipts = new TreeMap<>();
        Map<String, List<Integer>> sharing =
                submitted.parts().keySet().stream().collect(Collectors.groupingBy(submitted.parts()::get));
        events.stream().filter(RecordedEvent::isReceipt).sorted(ORDER).forEach(receipt -> partsOf(
                        receipt, submitted.parts(), sharing)
                .forEach(part -> receipts.merge(part, receipt, MessageStatus::better)));
        Optional<RecordedEvent> failure = receipts.values().stream()
                .filter(receipt -> receipt.delivery().isFinal() && receipt.delivery() != DeliveryState.DELIVERED)
                .max(Comparator.comparing(receipt -> receipt.delivery().isDefinite()));
        boolean all = receipts.keySet().containsAll(submitted.parts().keySet());
        boolean delivered = all && receipts.values().stream().allMatch(r -> r.delivery() == DeliveryState.DELIVERED);
        if (failure.isPresent()) {
            return withReceipt(failure.get(), failure.get().delivery().ofMessage(), submitted, parts);
        } else if (delivered && !receipts.isEmpty()) {
            RecordedEvent last = receipts.values().stream().max(ORDER).orElseThrow();
            return withReceipt(last, MessageState.DELIVERED, submitted, parts);
        }
        MessageState state = receipts.values().stream()
                .filter(receipt -> !receipt.delivery().isFinal())
                .map(receipt -> receipt.delivery().ofMessage())
                .reduce(MessageState.SENDING, (one, other) -> other);
        return new MessageStatus(state, submitted.at(), null, submitted.provider(), "", parts, !receipts.isEmpty());
    }

    private static MessageStatus withReceipt(
            RecordedEvent receipt, MessageState state, RecordedEvent submitted, SortedMap<Integer, String> parts) {
        String reason = state != MessageState.DELIVERED && receipt.isFault()
                ? receipt.delivery() + ", error " + receipt.reason()
                : "";
        return new MessageStatus(state, submitted.at(), receipt.at(), submitted.provider(), reason, parts, true);
    }

    /** An id that several parts share means all of them, as does a receipt for the message. */
    private static Collection<Integer> partsOf(
            RecordedEvent receipt, SortedMap<Integer, String> ids, Map<String, List<Integer>> sharing) {
        if (receipt.part() == RecordedEvent.ALL_PARTS) {
            return ids.keySet();
        }
        return ids.containsKey(receipt.part()) ? sharing.get(ids.get(receipt.part())) : List.of(receipt.part());
    }

    /** Delivered wins; otherwise the first definite final state, then the first final state, and else the last one. */
    private static RecordedEvent better(RecordedEvent one, RecordedEvent other) {
        boolean isSurer = other.delivery().isDefinite() && !one.delivery().isDefinite();
        return other.delivery() == DeliveryState.DELIVERED
                        || isSurer
                        || !one.delivery().isFinal()
                ? other
                : one;
    }
}
