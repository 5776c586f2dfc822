package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import java.time.Instant;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;

/**
 * The JSON form of the domain records in rows: their components in order under {@link ShortNames}, without the id that
 * the row has, with these exceptions; messages to send have {@link MessageDocument}.
 */
final class StoreMixIns extends SimpleModule {

    StoreMixIns() {
        setNamingStrategy(new ShortNames());
        addSerializer(new StdDelegatingSerializer(Instant.class, new Micros.Written()));
        addDeserializer(Instant.class, new StdDelegatingDeserializer<>(new Micros.Read()));
        setMixInAnnotation(Event.class, OfEvent.class);
        setMixInAnnotation(MessageState.class, OfState.class);
        setMixInAnnotation(DeliveryState.class, OfState.class);
        setMixInAnnotation(Receipt.class, OfReceipt.class);
        setMixInAnnotation(InboundPart.class, OfInbound.class);
        setMixInAnnotation(InboundMessage.class, OfInbound.class);
        setMixInAnnotation(Ports.class, OfPorts.class);
    }

    private static final class ShortNames extends NamingBase {
        @Override
        public String translate(String component) {
            return switch (component) {
                case "source" -> "from";
                case "destination" -> "to";
                case "receivedAt" -> "at";
                case "sentAt" -> "sent";
                case "doneAt" -> "done";
                case "smscId", "messageId" -> "id";
                case "state", "delivery" -> "s";
                case "reason" -> "why";
                case "error" -> "err";
                case "isOfMessage" -> "ofMessage";
                default -> component;
            };
        }
    }

    @JsonIgnoreProperties(
            value = {"source", "parts", "submittedAt", "subject"},
            allowSetters = true)
    interface OfEvent {
        @JsonProperty("t")
        EventType type();

        @JsonProperty("by")
        @JsonInclude(Include.NON_EMPTY)
        String provider();

        @JsonInclude(Include.NON_EMPTY)
        String reason();

        @JsonInclude(Include.NON_EMPTY)
        String error();
    }

    interface OfState {
        @JsonValue
        int code();
    }

    @JsonPropertyOrder({"id", "s", "err", "from", "to", "bind", "text", "textId", "ofMessage", "pdu", "done"})
    interface OfReceipt {
        @JsonInclude(Include.NON_EMPTY)
        String textId();

        @JsonInclude(Include.NON_DEFAULT)
        boolean isOfMessage();

        @JsonInclude(Include.NON_EMPTY)
        String pdu();
    }

    @JsonIgnoreProperties(value = "id", allowSetters = true)
    @JsonPropertyOrder({
        "at",
        "user",
        "provider",
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
    interface OfInbound {
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
