package org.caravansms.callback;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageState;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.UrlKeywords;

/** The keywords of a client's {@code reporturl}: each stands for a value in the form of URLs. */
final class CallbackKeywords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final UrlKeywords KEYWORDS = new UrlKeywords(
            List.of(
                    "statuscode",
                    "statusmessage",
                    "messageid",
                    "recipient",
                    "originator",
                    "messagetype",
                    "messagedata",
                    "submitdate",
                    "deliveredtonetworkdate",
                    "deliveredtohandsetdate",
                    "status"),
            Pattern.CASE_INSENSITIVE);

    private final Map<String, String> values = new HashMap<>();

    /** @param event one whose subject is the message */
    CallbackKeywords(Event event, ZoneId zone) {
        SmsMessage message = event.message();
        String status = status(event.type());
        values.put("status", status);
        values.put("statuscode", "deliveryfailed".equals(status) ? code(event) : "0");
        values.put("statusmessage", event.reason().isEmpty() ? describe(event.type()) : event.reason());
        values.put("messageid", message.id());
        values.put("recipient", message.recipient());
        values.put("originator", message.originator());
        values.put("messagetype", message.type());
        values.put("messagedata", message.text());
        values.put("submitdate", date(message.acceptedAt(), zone));
        values.put(
                "deliveredtonetworkdate",
                date(event.type() == EventType.SUBMITTED ? event.at() : event.submittedAt(), zone));
        values.put("deliveredtohandsetdate", event.type() == EventType.DELIVERED ? date(event.at(), zone) : "");
    }

    /** @return null for an event that has no callback */
    static String status(EventType type) {
        return switch (type) {
            case SUBMITTED -> "deliveredtonetwork";
            case DELIVERED -> "deliveredtohandset";
            case FAILED, EXPIRED, DROPPED, UNDELIVERED -> "deliveryfailed";
            default -> null;
        };
    }

    private static String describe(EventType type) {
        return switch (type) {
            case SUBMITTED -> "Delivered to network";
            case DELIVERED -> "Delivered to handset";
            default -> "Delivery failed";
        };
    }

    /** The state's number; that of a rejected message where no SMSC has reported a state. */
    private static String code(Event event) {
        int rejected = MessageState.REJECTED.code();
        return Integer.toString(event.state() == null ? rejected : event.state().code());
    }

    private static String date(Instant time, ZoneId zone) {
        return time == null ? "" : DATE.format(time.atZone(zone));
    }

    /** @return the template with each keyword replaced */
    String expand(String template) {
        return KEYWORDS.replace(template, values::get);
    }
}
