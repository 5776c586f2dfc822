package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmsMessage;

/**
 * Reads and writes the documents of rows by the annotations in {@link StoreMixIns}: JSON with short names, since there
 * are millions of them. A missing text or map is empty.
 */
final class StoreJson {

    private static final JsonSetter.Value AS_EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new StoreMixIns())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .withConfigOverride(String.class, text -> text.setSetterInfo(AS_EMPTY))
            .withConfigOverride(Map.class, map -> map.setSetterInfo(AS_EMPTY))
            .withConfigOverride(SortedMap.class, map -> map.setSetterInfo(AS_EMPTY))
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer();

    /** Escapes half of a surrogate pair, which a client may send and no database accepts. */
    private static final ObjectWriter RECORD_WRITER = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /** Of the events, and with them of the document of a record. */
    private static final String END = "]}";

    private StoreJson() {}

    private record RecordDocument(
            @JsonProperty("m") MessageDocument message,
            @JsonProperty("h") List<RecordedEvent> events) {}

    private record ReceiptDocument(
            Instant at, String provider, @JsonUnwrapped Receipt receipt) {}

    private record PartDocument(
            Instant at, String provider, @JsonUnwrapped InboundPart part) {}

    /** @param message null before its acceptance */
    static String write(SmsMessage message, List<RecordedEvent> events) {
        return write(RECORD_WRITER, new RecordDocument(MessageDocument.of(message), events));
    }

    /** @return the document of a record with further events, which are the end of it */
    static String append(String document, List<RecordedEvent> events) {
        String more = write(RECORD_WRITER, events);
        int end = document.length() - END.length();
        String comma = document.charAt(end - 1) == '[' ? "" : ",";
        return document.substring(0, end) + comma + more.substring(1) + '}';
    }

    static MessageRecord readRecord(String id, String json) {
        RecordDocument read = read(RecordDocument.class, json);
        SmsMessage message = read.message() == null ? null : read.message().message(id);
        return json.endsWith(END)
                ? new MessageRecord(id, message, read.events(), json)
                : new MessageRecord(id, message, read.events(), true);
    }

    static String writeReceipt(Event event) {
        return write(WRITER, new ReceiptDocument(event.at(), event.provider(), (Receipt) event.subject()));
    }

    static Event readReceipt(String json) {
        ReceiptDocument read = read(ReceiptDocument.class, json);
        return Event.receipt(read.at(), read.provider(), read.receipt());
    }

    /** Of a part with octets, without the text. */
    static String writePart(Event event) {
        InboundPart part = (InboundPart) event.subject();
        InboundPart written = part.alphabet().isEmpty() ? part : part.withoutText();
        return write(WRITER, new PartDocument(event.at(), event.provider(), written));
    }

    static Event readPart(String id, String json) {
        PartDocument read = read(PartDocument.class, withDefaults(id, json));
        return Event.part(read.at(), read.provider(), read.part());
    }

    static String write(InboundMessage message) {
        return write(WRITER, message);
    }

    static InboundMessage readInbound(String id, String json) {
        return read(InboundMessage.class, withDefaults(id, json));
    }

    private static ObjectNode withDefaults(String id, String json) {
        ObjectNode document = read(ObjectNode.class, json);
        document.put("id", id).putIfAbsent("sourcePort", IntNode.valueOf(-1));
        document.putIfAbsent("destinationPort", IntNode.valueOf(-1));
        return document;
    }

    static String writeKeys(Collection<String> keys) {
        return write(WRITER, keys);
    }

    static String write(List<Event> events) {
        return write(WRITER, events);
    }

    static List<Event> readEvents(String json) {
        return List.of(read(Event[].class, json));
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Class<T> type, String json) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Class<T> type, JsonNode document) {
        try {
            return MAPPER.treeToValue(document, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
