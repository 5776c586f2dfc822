package org.caravansms.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caravansms.message.PhoneNumber;

/**
 * The message of a client, of whatever dialect, as {@code direct:policy} gets it: a Map with the keys of
 * {@link PublicMessage} that the client set, the number as it is read, and {@code user}.
 */
final class PolicyMessage {

    static final String USER = "user";

    private static final String SMPP = "smpp.";
    private static final MessageField[] FIELDS = MessageField.values();

    private PolicyMessage() {}

    /** @throws org.caravansms.message.RejectedMessageException when a field cannot be read */
    static Map<String, Object> of(MessageRequest request, User ofRequest) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(USER, request.sender(ofRequest).name());
        Map<String, Object> smpp = new LinkedHashMap<>();
        for (MessageField field : FIELDS) {
            Object value = value(request, field);
            if (value != null && field.key().startsWith(SMPP)) {
                smpp.put(field.parameter(), value);
            } else if (value != null) {
                message.put(field.key(), value);
            }
        }
        put(message, "smpp", smpp);
        put(message, "tlv", new LinkedHashMap<>(request.tlvs()));
        put(message, "tags", new LinkedHashMap<>(request.tags()));
        return message;
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
