package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.FilterProvider;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;
import java.time.Instant;
import org.caravansms.message.Callback;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmppField;
import org.caravansms.message.Source;

/** The JSON form of the domain records on the queues: their components in order, with these exceptions. */
final class QueueMixIns extends SimpleModule {

    static final FilterProvider FILTERS = new SimpleFilterProvider().addFilter("part", new PartOctets());

    QueueMixIns() {
        addSerializer(Instant.class, new InstantWriter());
        addDeserializer(Instant.class, new InstantText());
        setMixInAnnotation(SmppField.class, OfSmppField.class);
        setMixInAnnotation(EventType.class, OfState.class);
        setMixInAnnotation(Source.class, OfState.class);
        setMixInAnnotation(MessageState.class, OfState.class);
        setMixInAnnotation(DeliveryState.class, OfState.class);
        setMixInAnnotation(Receipt.class, OfReceipt.class);
        setMixInAnnotation(InboundPart.class, OfInboundPart.class);
        setMixInAnnotation(InboundMessage.class, OfInboundMessage.class);
        setMixInAnnotation(Ports.class, OfPorts.class);
        setMixInAnnotation(Callback.class, OfCallback.class);
    }

    interface OfSmppField {
        @JsonValue
        String standardName();
    }

    /** In lower case, with hyphens. */
    @EnumNaming(KebabCaseStrategy.class)
    interface OfState {}

    interface OfReceipt {
        @JsonInclude(Include.NON_EMPTY)
        String textId();

        @JsonProperty("ofMessage")
        @JsonInclude(Include.NON_DEFAULT)
        boolean isOfMessage();

        @Required
        DeliveryState state();
    }

    @JsonFilter("part")
    interface OfInboundPart {
        @JsonProperty(defaultValue = "-1")
        @JsonDeserialize(using = IntOrDefault.class)
        int reference();

        @JsonProperty(defaultValue = "1")
        @JsonDeserialize(using = IntOrDefault.class)
        int number();

        @JsonProperty(defaultValue = "1")
        @JsonDeserialize(using = IntOrDefault.class)
        int count();

        @JsonUnwrapped
        Ports ports();
    }

    interface OfInboundMessage {
        @Required
        Instant receivedAt();

        @JsonUnwrapped
        Ports ports();
    }

    interface OfPorts {
        @JsonProperty(value = "sourcePort", defaultValue = "-1")
        @JsonDeserialize(using = IntOrDefault.class)
        @JsonInclude(value = Include.CUSTOM, valueFilter = IntOrDefault.None.class)
        int source();

        @JsonProperty(value = "destinationPort", defaultValue = "-1")
        @JsonDeserialize(using = IntOrDefault.class)
        @JsonInclude(value = Include.CUSTOM, valueFilter = IntOrDefault.None.class)
        int destination();
    }

    @JsonAppend(prepend = true, attrs = @JsonAppend.Attr(QueueJson.VERSION_FIELD))
    interface OfCallback {
        @Required
        String id();

        @Required
        String about();

        @Required
        @JsonProperty("lane")
        String receiver();

        @Required
        String url();

        @Required
        String body();

        @Required
        String webhook();

        @Required
        Instant since();
    }
}
