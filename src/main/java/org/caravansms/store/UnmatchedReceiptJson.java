package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Instant;
import org.caravansms.message.Event;
import org.caravansms.message.Receipt;

/** A receipt that waits for its message, as the document of its row. */
final class UnmatchedReceiptJson {

    private static final ObjectWriter WRITER = StoreJson.MAPPER.writerFor(Document.class);
    private static final ObjectReader READER = StoreJson.MAPPER.readerFor(Document.class);

    private UnmatchedReceiptJson() {}

    private record Document(
            Instant at, String provider, @JsonUnwrapped Receipt receipt) {}

    static String write(Event event) {
        return StoreJson.write(WRITER, new Document(event.at(), event.provider(), (Receipt) event.subject()));
    }

    static Event read(String json) {
        Document read = StoreJson.read(READER, StoreJson.tree(json));
        return Event.receipt(read.at(), read.provider(), read.receipt());
    }
}
