package org.caravansms.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caravansms.message.PhoneNumber;

/**
 * The message of a client, of whatever dialect, as {@code direct:policy} gets it: a Map with the keys of
 * {@link PublicMessage} that the client set, the number as it is read, and {@code user}.
 *
 * @param fields the Map
 */
record PolicyMessage(Map<String, Object> fields) {

    static final String USER = "user";

    private static final String SMPP = "smpp.";

    /** @throws org.caravansms.message.RejectedMessageException when a field cannot be read */
    static PolicyMessage of(MessageRequest request, User ofRequest) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(USER, request.sender(ofRequest).name());
        Map<String, Object> smpp = new LinkedHashMap<>();
        for (MessageField field : request.fields()) {
            Object value = value(request, field);
            if (value != null && field.key().startsWith(SMPP)) {
                smpp.put(field.parameter(), value);
            } else if (value != null) {
                message.put(field.key(), value);
            }
        }
        put(message, "smpp", smpp);
        put(message, "tlv", request.tlvs());
        put(message, "tags", request.tags());
        return new PolicyMessage(message);
    }

    /** @return a copy, with copies of the Maps in it */
    Map<String, Object> toBeChanged() {
        Map<String, Object> copy = new LinkedHashMap<>(fields);
        copy.replaceAll((key, value) -> value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : value);
        return copy;
    }

    /** @return the keys whose values the policy changed, with the new ones; null for a key that it removed */
    Map<String, Object> changes(Map<?, ?> left) {
        Map<String, Object> changes = new LinkedHashMap<>();
        fields.keySet().stream().filter(key -> !left.containsKey(key)).forEach(key -> changes.put(key, null));
        left.forEach((key, value) -> {
            if (!Objects.equals(value, fields.get(key))) {
                changes.put(String.valueOf(key), value);
            }
        });
        return changes;
    }

    private static Object value(MessageRequest request, MessageField field) {
        return switch (field) {
            case VALID_UNTIL, SEND_AT -> text(request.time(field));
            case RECIPIENT -> number(request.get(field));
            case TEXT -> request.get(field);
            default -> orNull(request.get(field));
        };
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static String number(String given) {
        return given == null ? null : PhoneNumber.understood(given);
    }

    private static String orNull(String given) {
        return given == null || given.isEmpty() ? null : given;
    }

    private static void put(Map<String, Object> message, String key, Map<String, ?> values) {
        if (!values.isEmpty()) {
            message.put(key, values);
        }
    }
}
