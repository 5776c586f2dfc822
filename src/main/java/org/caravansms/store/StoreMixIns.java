package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;

/** The JSON form of the domain records in rows: with short names, and without the id that the row has. */
final class StoreMixIns extends SimpleModule {

    StoreMixIns() {
        addSerializer(new StdDelegatingSerializer(Instant.class, new Micros.Written()));
        addDeserializer(Instant.class, new StdDelegatingDeserializer<>(new Micros.Read()));
        setMixInAnnotation(SmsMessage.class, OfSmsMessage.class);
        setMixInAnnotation(MessageOptions.class, OfOptions.class);
        setMixInAnnotation(SmppField.class, OfSmppField.class);
        setMixInAnnotation(Event.class, OfEvent.class);
        setMixInAnnotation(EventType.class, OfEventType.class);
        setMixInAnnotation(MessageState.class, OfMessageState.class);
        setMixInAnnotation(DeliveryState.class, OfDeliveryState.class);
        setMixInAnnotation(Receipt.class, OfReceipt.class);
        setMixInAnnotation(InboundPart.class, OfInboundPart.class);
        setMixInAnnotation(InboundMessage.class, OfInboundMessage.class);
        setMixInAnnotation(Ports.class, OfPorts.class);
    }

    interface OfSmsMessage {
        @JsonProperty(access = Access.WRITE_ONLY)
        String id();

        @JsonProperty("from")
        String originator();

        @JsonProperty("to")
        String recipient();

        @JsonInclude(Include.NON_EMPTY)
        String provider();

        @JsonProperty("at")
        Instant acceptedAt();

        @JsonUnwrapped
        MessageOptions options();
    }

    @JsonInclude(Include.NON_EMPTY)
    @JsonPropertyOrder({"clientId", "validUntil", "sendAt", "reportUrl", "priority"})
    interface OfOptions {
        @JsonAnyGetter
        Map<SmppField, Integer> smpp();

        @JsonProperty(access = Access.WRITE_ONLY)
        String serviceType();

        @JsonProperty(access = Access.WRITE_ONLY)
        Map<String, String> tlvs();
    }

    interface OfSmppField {
        @JsonValue
        String standardName();
    }

    @JsonPropertyOrder({"t", "at", "id", "by", "why", "s"})
    interface OfEvent {
        @JsonProperty("t")
        EventType type();

        @JsonProperty("id")
        String messageId();

        @JsonProperty("by")
        @JsonInclude(Include.NON_EMPTY)
        String provider();

        @JsonProperty("why")
        @JsonInclude(Include.NON_EMPTY)
        String reason();

        @JsonProperty(access = Access.WRITE_ONLY)
        SortedMap<Integer, String> parts();

        @JsonProperty("s")
        MessageState state();

        @JsonProperty(access = Access.WRITE_ONLY)
        Instant submittedAt();

        @JsonIgnore
        Event.Subject subject();
    }

    abstract static class OfEventType {
        @JsonCreator
        static EventType named(String text) {
            return null;
        }

        @JsonValue
        @Override
        public abstract String toString();
    }

    abstract static class OfMessageState {
        @JsonCreator
        static MessageState of(int code) {
            return null;
        }

        @JsonValue
        abstract int code();
    }

    abstract static class OfDeliveryState {
        @JsonCreator
        static DeliveryState of(int code) {
            return null;
        }

        @JsonValue
        abstract int code();
    }

    @JsonPropertyOrder({"id", "s", "err", "from", "to", "bind", "text", "textId", "ofMessage", "pdu", "done"})
    interface OfReceipt {
        @JsonProperty("id")
        String smscId();

        @JsonInclude(Include.NON_EMPTY)
        String textId();

        @JsonProperty("ofMessage")
        @JsonInclude(Include.NON_DEFAULT)
        boolean isOfMessage();

        @JsonProperty("s")
        DeliveryState state();

        @JsonProperty("err")
        String error();

        @JsonProperty("done")
        Instant doneAt();

        @JsonProperty("from")
        String source();

        @JsonProperty("to")
        String destination();

        @JsonInclude(Include.NON_EMPTY)
        String pdu();
    }

    @JsonPropertyOrder({
        "from",
        "to",
        "type",
        "text",
        "reference",
        "number",
        "count",
        "alphabet",
        "octets",
        "ports",
        "sent"
    })
    interface OfInboundPart extends OfInbound {}

    @JsonPropertyOrder({"at", "user", "provider", "from", "to", "type", "text", "ports", "sent"})
    interface OfInboundMessage extends OfInbound {
        @JsonProperty("at")
        Instant receivedAt();
    }

    interface OfInbound {
        @JsonProperty(access = Access.WRITE_ONLY)
        String id();

        @JsonProperty("from")
        String source();

        @JsonProperty("to")
        String destination();

        @JsonProperty("sent")
        Instant sentAt();

        @JsonUnwrapped
        @JsonInclude(value = Include.CUSTOM, valueFilter = NoPorts.class)
        Ports ports();
    }

    interface OfPorts {
        @JsonProperty("sourcePort")
        int source();

        @JsonProperty("destinationPort")
        int destination();
    }

    /** Is equal to the ports of a message that names none. */
    static final class NoPorts {
        @Override
        public boolean equals(Object ports) {
            return Ports.NONE.equals(ports);
        }

        @Override
        public int hashCode() {
            return Ports.NONE.hashCode();
        }
    }
}
