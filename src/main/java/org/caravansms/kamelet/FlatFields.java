package org.caravansms.kamelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** The fields of a message, under the names that {@code direct:send} has for them. */
final class FlatFields {

    private static final Map<String, String> NAMES = Map.of(
            "originator", "from",
            "recipient", "to",
            "source", "from",
            "destination", "to",
            "type", "messageType",
            "smscId", "receiptId",
            "provider", "askedProvider");

    /** Of the form on the queue. */
    private static final Set<String> LEFT_OUT = Set.of("v", "pdu");

    private FlatFields() {}

    /**
     * @param name of the object in the event: a message has another provider than its event, the one it asks for, and
     *     another source than a receipt, which is a number
     */
    static ObjectNode of(String name, JsonNode object) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .filter(field -> !LEFT_OUT.contains(field.getKey()))
                .forEach(field -> fields.set(renamed(name, field.getKey()), field.getValue()));
        return fields;
    }

    private static String renamed(String object, String field) {
        boolean isMessage = object.equals("message");
        boolean stays = field.equals("provider") && !isMessage || field.equals("source") && isMessage;
        return stays ? field : NAMES.getOrDefault(field, field);
    }
}
