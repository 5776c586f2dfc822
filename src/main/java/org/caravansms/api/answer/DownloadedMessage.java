package org.caravansms.api.answer;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.caravansms.api.UnpairedSurrogates;
import org.caravansms.message.FolderItem;

/** A message of a folder, under the names and in the order that the vendor documents; ports are null where it has none. */
public record DownloadedMessage(
        String messageid,
        String originator,
        String recipient,
        String messagetype,
        String messagedata,
        String senttime,
        String receivedtime,
        Integer sourceport,
        Integer destinationport) {

    static DownloadedMessage of(FolderItem item) {
        return new DownloadedMessage(
                item.id(),
                UnpairedSurrogates.of(item.originator()),
                UnpairedSurrogates.of(item.recipient()),
                item.type(),
                UnpairedSurrogates.of(item.text()),
                WriteTime.WITH_DASHES.of(sent(item)),
                WriteTime.WITH_DASHES.of(item.receivedAt()),
                port(item.ports().source()),
                port(item.ports().destination()));
    }

    private static Integer port(int number) {
        return number < 0 ? null : number;
    }

    /** @param to gets the name and the number of each port */
    void eachPort(BiConsumer<String, String> to) {
        if (sourceport != null) {
            to.accept("sourceport", sourceport.toString());
        }
        if (destinationport != null) {
            to.accept("destinationport", destinationport.toString());
        }
    }

    /** Few SMSCs report when it was sent, and clients expect a time. */
    private static Instant sent(FolderItem item) {
        return item.sentAt() == null ? item.receivedAt() : item.sentAt();
    }

    /** Without the text and the numbers. */
    @Override
    public String toString() {
        return "DownloadedMessage[" + messageid + "]";
    }
}
