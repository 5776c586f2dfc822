package org.caravansms.api;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;

/** Reads the optional fields of a message, for the steps after the queue. */
final class ReadOptions {

    private static final int LONGEST_CLIENT_ID = 255;
    private static final Pattern WEB_URL = Pattern.compile("(?i)https?://[^\\s/?#][^\\s\\p{Cntrl}]{0,1999}");
    private static final Pattern PRIORITY = Pattern.compile("[0-9]");
    private static final Pattern SERVICE_TYPE = Pattern.compile("[ -~]{0,5}");
    private static final Pattern OCTET = Pattern.compile("[01]?[0-9]{1,2}|2[0-4][0-9]|25[0-5]");

    private ReadOptions() {}

    /** @throws RejectedMessageException naming the parameter that cannot be read */
    static MessageOptions of(MessageRequest request, Instant now) {
        Instant sendAt = request.time(MessageField.SEND_AT);
        MessageOptions options = new MessageOptions(
                clientId(request),
                validUntil(request, now, sendAt),
                sendAt,
                inForm(request, MessageField.REPORT_URL, WEB_URL, "is not an http or https URL"),
                smpp(request),
                priority(request),
                inForm(request, MessageField.SERVICE_TYPE, SERVICE_TYPE, "is not at most 5 ASCII characters"),
                request.tlvs(),
                request.tags());
        // most messages have none: they share one object
        return options.equals(MessageOptions.NONE) ? MessageOptions.NONE : options;
    }

    private static String clientId(MessageRequest request) {
        String id = request.get(MessageField.CLIENT_ID);
        if (id == null || id.isBlank()) {
            return "";
        }
        if (id.length() > LONGEST_CLIENT_ID) {
            throw request.invalid(MessageField.CLIENT_ID, "is longer than " + LONGEST_CLIENT_ID + " characters");
        }
        return id;
    }

    private static Instant validUntil(MessageRequest request, Instant now, Instant sendAt) {
        Instant until = request.time(MessageField.VALID_UNTIL);
        if (until != null && until.isBefore(now)) {
            throw request.invalid(MessageField.VALID_UNTIL, "is in the past");
        }
        if (until != null && sendAt != null && !until.isAfter(sendAt)) {
            throw request.invalid(MessageField.VALID_UNTIL, "is not after " + request.nameOf(MessageField.SEND_AT));
        }
        return until;
    }

    private static Integer priority(MessageRequest request) {
        String given = inForm(
                request,
                MessageField.PRIORITY,
                PRIORITY,
                "is not a number from 0 to " + MessageOptions.HIGHEST_PRIORITY);
        return given.isEmpty() ? null : Integer.valueOf(given);
    }

    private static Map<SmppField, Integer> smpp(MessageRequest request) {
        Map<SmppField, Integer> set = Map.of();
        for (Map.Entry<MessageField, SmppField> field : MessageField.SMPP.entrySet()) {
            String given = inForm(request, field.getKey(), OCTET, "is not a number from 0 to 255");
            if (!given.isEmpty()) {
                set = set.isEmpty() ? new EnumMap<>(SmppField.class) : set;
                set.put(field.getValue(), Integer.valueOf(given));
            }
        }
        return set;
    }

    /** @return the value, empty where the client gave none */
    private static String inForm(MessageRequest request, MessageField field, Pattern form, String otherwise) {
        String given = request.get(field);
        if (given == null || given.isEmpty()) {
            return "";
        }
        if (!form.matcher(given).matches()) {
            throw request.invalid(field, otherwise);
        }
        return given;
    }
}
