package org.caravansms.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.Folder;
import org.caravansms.message.HistoryEntry;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/** An accepted message and all that happened to it: what the events of it are folded into. One thread changes it. */
final class MessageRecord {

    private final String id;
    private final List<RecordedEvent> happenings;
    private SmsMessage message;
    private MessageStatus standing;
    private boolean stored;
    private boolean changed;

    /** @param message null while its acceptance is not known */
    MessageRecord(String id, SmsMessage message, List<RecordedEvent> happenings, boolean stored) {
        this.id = id;
        this.message = message;
        this.happenings = new ArrayList<>(happenings);
        this.stored = stored;
    }

    static MessageRecord unknown(String id) {
        return new MessageRecord(id, null, List.of(), false);
    }

    String id() {
        return id;
    }

    SmsMessage message() {
        return message;
    }

    List<RecordedEvent> happenings() {
        return Collections.unmodifiableList(happenings);
    }

    /** Whether an SMSC gave a part this id, in this spelling. */
    boolean isSpelledSo(int part, String smscId) {
        return happenings.stream()
                .anyMatch(happening ->
                        happening.parts().getOrDefault(part, "").strip().equals(smscId));
    }

    boolean isStored() {
        return stored;
    }

    boolean isChanged() {
        return changed;
    }

    void written() {
        stored = true;
        changed = false;
    }

    /** An event of the gateway. */
    void happened(Event event) {
        if (message == null && event.type() == EventType.ACCEPTED) {
            message = event.message();
            changed = true;
        }
        happened(new RecordedEvent(event.type(), event.at(), event.provider(), event.reason(), event.parts(), 0, null));
    }

    /** @param part the one that the receipt is for, or {@link RecordedEvent#ALL_PARTS} */
    void happened(Event event, Receipt receipt, int part) {
        happened(new RecordedEvent(
                EventType.RECEIPT,
                event.at(),
                event.provider(),
                receipt.error(),
                Collections.emptySortedMap(),
                part,
                receipt.state()));
    }

    private void happened(RecordedEvent happening) {
        if (happenings.stream().noneMatch(happening::says)) {
            happenings.add(happening);
            standing = null;
            changed = true;
        }
    }

    MessageStatus standing() {
        if (standing == null) {
            standing = MessageStatus.of(happenings);
        }
        return standing;
    }

    Folder folder() {
        MessageStatus is = standing();
        if (is.submittedAt() == null) {
            return is.state() == MessageState.UNKNOWN
                    ? Folder.OUTBOX
                    : is.state().folder();
        }
        return is.state() == MessageState.SENDING ? Folder.SENT : is.state().folder();
    }

    Instant acceptedAt() {
        return message == null ? happenings.get(0).at() : message.acceptedAt();
    }

    /** @param deleted whether its client deleted it */
    StoredMessage told(boolean deleted, Instant now) {
        MessageStatus is = standing();
        return new StoredMessage(
                messageOrNone(),
                state(now),
                deleted ? Folder.DELETED : folder(),
                is.submittedAt(),
                is.doneAt(),
                is.provider(),
                is.parts(),
                is.reason(),
                history());
    }

    /** One whose time has not come is not being prepared. */
    MessageState state(Instant now) {
        MessageState state = standing().state();
        boolean waits = message != null
                && message.options().sendAt() != null
                && message.options().sendAt().isAfter(now);
        return waits && state == MessageState.PREPARING ? MessageState.SCHEDULED : state;
    }

    private SmsMessage messageOrNone() {
        return message == null
                ? new SmsMessage(id, "", "", "", "", "", "", acceptedAt(), MessageOptions.NONE)
                : message;
    }

    private List<HistoryEntry> history() {
        return happenings.stream()
                .sorted(MessageStatus.ORDER)
                .map(MessageRecord::entry)
                .toList();
    }

    private static HistoryEntry entry(RecordedEvent happening) {
        String what = happening.isReceipt()
                ? "receipt " + happening.delivery().name().toLowerCase(java.util.Locale.ROOT)
                : happening.type().toString();
        return new HistoryEntry(happening.at(), what, happening.provider(), detail(happening));
    }

    private static String detail(RecordedEvent happening) {
        if (happening.isReceipt()) {
            return (happening.part() == RecordedEvent.ALL_PARTS ? "all parts" : "part " + happening.part())
                    + (happening.isFault() ? ", error " + happening.reason() : "");
        }
        StringBuilder detail = new StringBuilder(happening.reason());
        happening.parts().forEach((part, smscId) -> detail.append(detail.isEmpty() ? "" : " ")
                .append(part)
                .append('=')
                .append(smscId));
        return detail.toString();
    }
}
