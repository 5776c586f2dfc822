package org.caravansms.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param error the network's code in the receipt that counts, or empty
 * @param parts the SMSC's ids
 * @param byReceipt whether the state is that of receipts
 */
record MessageStatus(
        MessageState state,
        Instant submittedAt,
        Instant doneAt,
        String provider,
        String reason,
        String error,
        SortedMap<Integer, String> parts,
        boolean byReceipt) {

    /** Of events at the same time, submission is the last. */
    static final Comparator<RecordedEvent> ORDER = Comparator.comparing(RecordedEvent::at)
            .thenComparing(event -> event.type() == EventType.SUBMITTED)
            .thenComparing(RecordedEvent::type);

    static MessageStatus of(List<RecordedEvent> events) {
        RecordedEvent last = null;
        for (RecordedEvent event : events) {
            if (!event.isReceipt() && (last == null || ORDER.compare(event, last) > 0)) {
                last = event;
            }
        }
        RecordedEvent known = last == null ? events.get(0) : last;
        return known.type() == EventType.SUBMITTED
                ? submitted(events, known, parts(events))
                : withGateway(known, parts(events));
    }

    /** As a rule one event has all of them. */
    private static SortedMap<Integer, String> parts(List<RecordedEvent> events) {
        SortedMap<Integer, String> parts = Collections.emptySortedMap();
        for (RecordedEvent event : events) {
            if (parts.isEmpty()) {
                parts = event.parts();
            } else if (!event.parts().isEmpty()) {
                SortedMap<Integer, String> more = new TreeMap<>(event.parts());
                more.putAll(parts);
                parts = more;
            }
        }
        return parts;
    }

    private static MessageStatus withGateway(RecordedEvent last, SortedMap<Integer, String> parts) {
        MessageState state = state(last.type());
        Instant doneAt = state.folder() == Folder.NOTSENT ? last.at() : null;
        return new MessageStatus(state, null, doneAt, last.provider(), last.reason(), "", parts, false);
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
        SortedMap<Integer, RecordedEvent> receipts = receipts(events, submitted.parts());
        RecordedEvent failure = null;
        RecordedEvent delivered = null;
        RecordedEvent underWay = null;
        for (RecordedEvent receipt : receipts.values()) {
            if (!receipt.delivery().isFinal()) {
                underWay = receipt;
            } else if (receipt.delivery() == DeliveryState.DELIVERED) {
                delivered = delivered == null || ORDER.compare(receipt, delivered) > 0 ? receipt : delivered;
            } else if (failure == null
                    || receipt.delivery().isDefinite() && !failure.delivery().isDefinite()) {
                failure = receipt;
            }
        }
        if (failure != null) {
            return withReceipt(failure, failure.delivery().ofMessage(), submitted, parts);
        }
        boolean all = receipts.keySet().containsAll(submitted.parts().keySet());
        if (delivered != null && underWay == null && all) {
            return withReceipt(delivered, MessageState.DELIVERED, submitted, parts);
        }
        MessageState state =
                underWay == null ? MessageState.SENDING : underWay.delivery().ofMessage();
        return new MessageStatus(state, submitted.at(), null, submitted.provider(), "", "", parts, !receipts.isEmpty());
    }

    /** @return the receipt that counts for each part */
    private static SortedMap<Integer, RecordedEvent> receipts(
            List<RecordedEvent> events, SortedMap<Integer, String> ids) {
        List<RecordedEvent> inOrder = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            if (event.isReceipt()) {
                inOrder.add(event);
            }
        }
        inOrder.sort(ORDER);
        SortedMap<Integer, RecordedEvent> receipts = new TreeMap<>();
        for (RecordedEvent receipt : inOrder) {
            partsOf(receipt, ids).forEach(part -> receipts.merge(part, receipt, MessageStatus::better));
        }
        return receipts;
    }

    private static MessageStatus withReceipt(
            RecordedEvent receipt, MessageState state, RecordedEvent submitted, SortedMap<Integer, String> parts) {
        String error = state != MessageState.DELIVERED && receipt.isFault() ? receipt.reason() : "";
        String reason = error.isEmpty() ? "" : receipt.delivery() + ", error " + error;
        return new MessageStatus(state, submitted.at(), receipt.at(), submitted.provider(), reason, error, parts, true);
    }

    /** An id that several parts share means all of them, as does a receipt for the message. */
    private static Collection<Integer> partsOf(RecordedEvent receipt, SortedMap<Integer, String> ids) {
        if (receipt.part() == RecordedEvent.ALL_PARTS) {
            return ids.keySet();
        }
        String id = ids.get(receipt.part());
        return id == null || ids.size() == 1
                ? List.of(receipt.part())
                : ids.keySet().stream().filter(part -> ids.get(part).equals(id)).toList();
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
