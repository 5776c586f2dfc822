package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;

/**
 * Messages from handsets, and parts of them, as the documents of their rows: of parts their octets, without the text.
 */
final class InboundPartJson {

    private static final ObjectWriter PART_WRITER = StoreJson.MAPPER.writerFor(Part.class);
    private static final ObjectReader PART_READER = StoreJson.MAPPER.readerFor(Part.class);
    private static final ObjectWriter MESSAGE_WRITER = StoreJson.MAPPER.writerFor(InboundMessage.class);
    private static final ObjectReader MESSAGE_READER = StoreJson.MAPPER.readerFor(InboundMessage.class);

    private InboundPartJson() {}

    private record Part(
            Instant at, String provider, @JsonUnwrapped InboundPart part) {}

    static String write(Event event) {
        InboundPart part = (InboundPart) event.subject();
        InboundPart written = part.alphabet().isEmpty() ? part : part.withoutText();
        return StoreJson.write(PART_WRITER, new Part(event.at(), event.provider(), written));
    }

    static Event readPart(String id, String json) {
        Part read = StoreJson.read(PART_READER, document(id, json));
        return Event.part(read.at(), read.provider(), read.part());
    }

    static String write(InboundMessage message) {
        return StoreJson.write(MESSAGE_WRITER, message);
    }

    static InboundMessage readMessage(String id, String json) {
        return StoreJson.read(MESSAGE_READER, document(id, json));
    }

    private static ObjectNode document(String id, String json) {
        ObjectNode document = StoreJson.tree(json).put("id", id);
        document.putIfAbsent("sourcePort", IntNode.valueOf(-1));
        document.putIfAbsent("destinationPort", IntNode.valueOf(-1));
        return document;
    }
}
