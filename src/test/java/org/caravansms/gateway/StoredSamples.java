package org.caravansms.gateway;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.HistoryEntry;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/** Messages as a store tells of them. */
final class StoredSamples {

    static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final Instant ACCEPTED = at("2026-01-02T03:04:05");

    private StoredSamples() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
    }

    /** Just accepted. */
    static StoredMessage accepted(String user, String text) {
        return stored(user, text, "", new TreeMap<>(), List.of());
    }

    /** Delivered in two parts by the second connection that tried. */
    static StoredMessage delivered(String user, String text) {
        SortedMap<Integer, String> parts = new TreeMap<>();
        parts.put(1, "a1");
        parts.put(2, "Z-2");
        return stored(
                user, text, "second", parts, List.of(entry(""), entry("first"), entry("second"), entry("second")));
    }

    /** As a handset sent it. */
    static FolderItem received(String id, String text) {
        return new FolderItem(
                id,
                "+36201234567",
                "+3670500",
                "SMS:TEXT",
                text,
                at("2026-02-03T04:05:08"),
                at("2026-02-03T04:05:06"),
                at("2026-02-03T04:05:07"),
                MessageState.DELIVERED,
                false,
                Ports.NONE);
    }

    private static StoredMessage stored(
            String user, String text, String provider, SortedMap<Integer, String> parts, List<HistoryEntry> history) {
        boolean delivered = !parts.isEmpty();
        return new StoredMessage(
                new SmsMessage(
                        ID, user, "Caravan", "+36201234567", "SMS:TEXT", text, "", ACCEPTED, MessageOptions.NONE),
                delivered ? MessageState.DELIVERED : MessageState.PREPARING,
                delivered ? Folder.SENT : Folder.OUTBOX,
                delivered ? at("2026-01-02T03:04:06") : null,
                delivered ? at("2026-01-02T03:04:07") : null,
                provider,
                parts,
                "",
                "",
                history);
    }

    private static HistoryEntry entry(String provider) {
        return new HistoryEntry(ACCEPTED, "delayed", provider, "");
    }
}
