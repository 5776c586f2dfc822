package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;

/** A life as the document of its row. The fields of the submit_sm that a client set stand beside those of its message. */
final class MessageRecordJson {

    /** Half a character, which a client may have sent, is none that a database takes. */
    private static final ObjectWriter WRITER =
            StoreJson.MAPPER.writerFor(Document.class).with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private static final ObjectReader READER = StoreJson.MAPPER.readerFor(Document.class);

    private MessageRecordJson() {}

    private record Document(
            @JsonProperty("m") SmsMessage message,
            @JsonProperty("h") List<RecordedEvent> happenings) {}

    static String write(MessageRecord life) {
        return StoreJson.write(WRITER, new Document(life.message(), life.happenings()));
    }

    static MessageRecord read(String id, String json) {
        ObjectNode document = StoreJson.tree(json);
        if (document.get("m") instanceof ObjectNode message) {
            message.put("id", id);
            gather(message, message.putObject("smpp"));
        }
        Document read = StoreJson.read(READER, document);
        return new MessageRecord(id, read.message(), read.happenings(), true);
    }

    private static void gather(ObjectNode message, ObjectNode smpp) {
        for (SmppField field : SmppField.values()) {
            if (message.has(field.standardName())) {
                smpp.set(field.standardName(), message.get(field.standardName()));
            }
        }
    }
}
