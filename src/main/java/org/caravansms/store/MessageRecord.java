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

/** An accepted message and its history, into which its events are folded. One thread changes it. */
final class MessageRecord {

    private final String id;
    private final List<RecordedEvent> events;
    private SmsMessage message;
    private MessageStatus status;
    private Folder storedFolder;
    private String document;
    private int inDocument;
    private boolean stored;
    private boolean changed;

    /** @param message null before the event of its acceptance */
    MessageRecord(String id, SmsMessage message, List<RecordedEvent> events, boolean stored) {
        this.id = id;
        this.message = message;
        this.events = new ArrayList<>(events);
        this.stored = stored;
    }

    /** @param document the one of its row */
    MessageRecord(String id, SmsMessage message, List<RecordedEvent> events, String document) {
        this(id, message, events, true);
        this.document = document;
        this.inDocument = events.size();
    }

    String id() {
        return id;
    }

    SmsMessage message() {
        return message;
    }

    List<RecordedEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** Whether an SMSC assigned this id, in this spelling, to the part. */
    boolean hasSpelling(int part, String smscId) {
        for (RecordedEvent event : events) {
            if (event.parts().getOrDefault(part, "").strip().equals(smscId)) {
                return true;
            }
        }
        return false;
    }

    boolean hasReceipts() {
        for (RecordedEvent event : events) {
            if (event.isReceipt()) {
                return true;
            }
        }
        return false;
    }

    boolean isStored() {
        return stored;
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether the other columns stay as they are, since only events were added. */
    boolean isFolderStored() {
        return storedFolder == folder();
    }

    void written() {
        stored = true;
        storedFolder = folder();
        changed = false;
    }

    /** @return the document: what it has already is not written again */
    String document() {
        if (document == null) {
            document = StoreJson.write(message, events);
        } else if (inDocument < events.size()) {
            document = StoreJson.append(document, events.subList(inDocument, events.size()));
        }
        inDocument = events.size();
        return document;
    }

    /** An event of the gateway. */
    void add(Event event) {
        if (event.type() == EventType.ACCEPTED && isNewer(event.message())) {
            message = event.message();
            document = null;
            storedFolder = null;
            changed = true;
        }
        add(new RecordedEvent(event.type(), event.at(), event.provider(), event.reason(), event.parts(), 0, null));
    }

    /** Its client may have replaced it. */
    private boolean isNewer(SmsMessage accepted) {
        return message == null || accepted.acceptedAt().isAfter(message.acceptedAt());
    }

    /** @param part the one that the receipt is for, or {@link RecordedEvent#ALL_PARTS} */
    void add(Event event, Receipt receipt, int part) {
        add(new RecordedEvent(
                EventType.RECEIPT,
                event.at(),
                event.provider(),
                receipt.error(),
                Collections.emptySortedMap(),
                part,
                receipt.state()));
    }

    private void add(RecordedEvent event) {
        for (RecordedEvent known : events) {
            if (event.isRepeatedBy(known)) {
                return;
            }
        }
        events.add(event);
        status = null;
        changed = true;
    }

    MessageStatus status() {
        if (status == null) {
            status = MessageStatus.of(events);
        }
        return status;
    }

    Folder folder() {
        MessageStatus is = status();
        if (is.submittedAt() == null) {
            return is.state() == MessageState.UNKNOWN
                    ? Folder.OUTBOX
                    : is.state().folder();
        }
        return is.state() == MessageState.SENDING ? Folder.SENT : is.state().folder();
    }

    Instant acceptedAt() {
        return message == null ? events.get(0).at() : message.acceptedAt();
    }

    /** @param deleted whether its client deleted it */
    StoredMessage toStored(boolean deleted, Instant now) {
        MessageStatus is = status();
        return new StoredMessage(
                messageOrNone(),
                state(now),
                deleted ? Folder.DELETED : folder(),
                is.submittedAt(),
                is.doneAt(),
                is.provider(),
                is.parts(),
                is.reason(),
                is.error(),
                history());
    }

    /** A message that waits for its time is scheduled. */
    MessageState state(Instant now) {
        MessageState state = status().state();
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
        return events.stream()
                .sorted(MessageStatus.ORDER)
                .map(MessageRecord::entry)
                .toList();
    }

    private static HistoryEntry entry(RecordedEvent event) {
        String what = event.isReceipt()
                ? "receipt " + event.delivery().name().toLowerCase(java.util.Locale.ROOT)
                : event.type().toString();
        return new HistoryEntry(event.at(), what, event.provider(), detail(event));
    }

    private static String detail(RecordedEvent event) {
        if (event.isReceipt()) {
            return (event.part() == RecordedEvent.ALL_PARTS ? "all parts" : "part " + event.part())
                    + (event.isFault() ? ", error " + event.reason() : "");
        }
        StringBuilder detail = new StringBuilder(event.reason());
        event.parts().forEach((part, smscId) -> detail.append(detail.isEmpty() ? "" : " ")
                .append(part)
                .append('=')
                .append(smscId));
        return detail.toString();
    }
}
