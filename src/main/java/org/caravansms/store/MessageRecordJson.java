package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;

/** A record as the document of its row. The submit_sm fields of the client stand beside those of the message. */
final class MessageRecordJson {

    /** Escapes half of a surrogate pair, which a client may send and no database accepts. */
    private static final ObjectWriter WRITER =
            StoreJson.MAPPER.writerFor(Document.class).with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private static final ObjectReader READER = StoreJson.MAPPER.readerFor(Document.class);

    private MessageRecordJson() {}

    private record Document(
            @JsonProperty("m") SmsMessage message,
            @JsonProperty("h") List<RecordedEvent> events) {}

    static String write(MessageRecord record) {
        return StoreJson.write(WRITER, new Document(record.message(), record.events()));
    }

    static MessageRecord read(String id, String json) {
        ObjectNode document = StoreJson.tree(json);
        if (document.get("m") instanceof ObjectNode message) {
            message.put("id", id);
            gather(message, message.putObject("smpp"));
        }
        Document read = StoreJson.read(READER, document);
        return new MessageRecord(id, read.message(), read.events(), true);
    }

    private static void gather(ObjectNode message, ObjectNode smpp) {
        for (SmppField field : SmppField.values()) {
            if (message.has(field.standardName())) {
                smpp.set(field.standardName(), message.get(field.standardName()));
            }
        }
    }
}
