package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.SortedMap;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageState;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/**
 * The JSON of an {@link Event} on {@code sms.events}. Its subject is the field of its kind; empty fields are left out.
 *
 * @param message a message, or what is written of one: a {@link QueuedMessage}, or its JSON as a {@link RawValue}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record QueuedEvent(
        @Required EventType type,
        @Required Instant at,
        String id,

        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        Source source,

        String provider,
        String reason,
        MessageState state,
        String error,
        Instant submittedAt,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        SortedMap<Integer, String> parts,

        @JsonDeserialize(using = SubjectOfEvent.Message.class)
        Object message,

        @JsonDeserialize(using = SubjectOfEvent.OfReceipt.class)
        Receipt receipt,

        @JsonDeserialize(using = SubjectOfEvent.Part.class) InboundPart part,

        @JsonDeserialize(using = SubjectOfEvent.Inbound.class)
        InboundMessage inbound) {

    /** @param message the JSON of the message that the event reports in full, or null when the event has it itself */
    static QueuedEvent of(Event event, String message) {
        Event.Subject subject = event.subject();
        return new QueuedEvent(
                event.type(),
                event.at(),
                event.messageId(),
                event.source(),
                event.provider(),
                event.reason(),
                event.state(),
                event.error(),
                event.submittedAt(),
                event.parts(),
                written(event.message(), message),
                subject instanceof Receipt receipt ? receipt : null,
                subject instanceof InboundPart part ? part : null,
                subject instanceof InboundMessage inbound ? inbound : null);
    }

    private static Object written(SmsMessage message, String json) {
        if (json != null) {
            return new RawValue(json);
        }
        return message == null ? null : QueuedMessage.of(message);
    }

    /** @return the event as it was written */
    Event event() {
        return new Event(type, at, id, source, provider, reason, parts, state, error, submittedAt, subject());
    }

    private Event.Subject subject() {
        if (message != null) {
            return (SmsMessage) message;
        } else if (receipt != null) {
            return receipt;
        }
        return part == null ? inbound : part;
    }
}
