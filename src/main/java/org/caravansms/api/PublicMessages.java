package org.caravansms.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caravansms.message.Fault;

/**
 * Reads the messages of a request: {@link PublicMessage}s, one object, a list of them or {@code {"messages":[…]}}. A
 * message whose {@code to} is a list is one for each number. A message that cannot be read takes no other with it.
 */
final class PublicMessages {

    private static final String LIST = "messages";
    private static final String TO = "to";

    private final ObjectReader reader = PublicDocument.JSON.readerFor(PublicMessage.class);
    private final int most;

    /** @param most how many messages a request may have */
    PublicMessages(int most) {
        this.most = most;
    }

    /**
     * @param document JSON as text or UTF-8 octets, a Map, or a List of Maps
     * @throws ApiException naming what is wrong with the document as a whole
     */
    List<MessageRequest> read(SendRequest request, Object document) {
        JsonNode root = PublicDocument.tree(document);
        List<MessageRequest> requests = new ArrayList<>();
        if (root.isArray()) {
            addAll(request, "", root, requests);
        } else if (root.has(LIST)) {
            addAll(request, LIST, list(root), requests);
        } else {
            add(request, "", root, requests);
        }
        if (requests.isEmpty() || requests.size() > most) {
            throw new ApiException(Fault.INVALID_MESSAGE_COUNT, "The request has not 1 to " + most + " messages.");
        }
        return requests;
    }

    private static JsonNode list(JsonNode root) {
        Optional<String> unknown = root.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !key.equals(LIST))
                .findFirst();
        if (unknown.isPresent()) {
            throw new ApiException(Fault.INVALID_REQUEST, unknown.get() + " is no key beside " + LIST + ".");
        }
        if (!root.get(LIST).isArray()) {
            throw new ApiException(Fault.INVALID_REQUEST, LIST + " is not a list.");
        }
        return root.get(LIST);
    }

    private void addAll(SendRequest request, String list, JsonNode messages, List<MessageRequest> to) {
        for (int i = 0; i < messages.size() && to.size() <= most; i++) {
            add(request, list + "[" + i + "].", messages.get(i), to);
        }
    }

    private void add(SendRequest request, String place, JsonNode message, List<MessageRequest> to) {
        JsonNode recipients = message.path(TO);
        if (!recipients.isArray() || recipients.isEmpty()) {
            to.add(request(request, place, message));
            return;
        }
        for (int i = 0; i < recipients.size() && to.size() <= most; i++) {
            ObjectNode one = ((ObjectNode) message).objectNode();
            one.setAll((ObjectNode) message);
            one.set(TO, recipients.get(i));
            to.add(request(request, place, one));
        }
    }

    /** @param place before the names of keys, such as {@code messages[1].} */
    MessageRequest request(SendRequest request, String place, JsonNode message) {
        try {
            PublicMessage read = message.isObject() ? reader.readValue(message) : null;
            String fault = read == null ? "is no object" : fault(read);
            return fault == null
                    ? new PublicMessageRequest(request, place, read, message, null)
                    : refused(request, place, message, fault);
        } catch (JsonMappingException e) {
            return refused(request, place, message, fault(e));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageRequest refused(SendRequest request, String place, JsonNode message, String fault) {
        JsonNode to = message.path(TO);
        PublicMessage known = PublicMessage.to(to.isValueNode() && !to.isNull() ? to.asText() : "");
        return new PublicMessageRequest(request, place, known, message, place + fault + ".");
    }

    private static String fault(PublicMessage message) {
        for (String name : message.smpp().keySet()) {
            if (!MessageField.isOfSubmitSm(name)) {
                return "smpp." + name + " is no field that a client may set";
            }
        }
        return message.tags().values().stream().allMatch(PublicMessages::isScalar)
                ? null
                : "tags is not an object of strings, numbers and booleans";
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String fault(JsonMappingException error) {
        String key = error.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return error instanceof UnrecognizedPropertyException unknown
                ? key + " is no key of a message; known are "
                        + new TreeSet<>(unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .toList())
                : key + " has a value of another kind";
    }
}
