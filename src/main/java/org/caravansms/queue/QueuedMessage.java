package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Routing;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/**
 * The JSON of a {@link SmsMessage}: one object with its options, of which those that the client did not set are left
 * out. It is flat, as Jackson reads an unwrapped record twice.
 *
 * @param v the version
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record QueuedMessage(
        @Required int v,
        @Required String id,
        @Required String user,
        @Required String originator,
        @Required String recipient,
        @Required String type,
        @Required String text,
        String provider,
        @Required Instant acceptedAt,
        String clientId,
        Instant validUntil,
        Instant sendAt,
        String reportUrl,
        @JsonDeserialize(using = NumberUpTo.Priority.class) Integer priority,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonDeserialize(as = EnumMap.class, contentUsing = NumberUpTo.Octet.class)
        Map<SmppField, Integer> smpp,

        String serviceType,

        @JsonProperty("tlv") @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        Map<String, String> tlvs,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        @JsonDeserialize(contentUsing = ScalarValue.class)
        Map<String, Object> tags,

        Source source,
        String rule,
        String copyOf) {

    static QueuedMessage of(SmsMessage message) {
        MessageOptions options = message.options();
        return new QueuedMessage(
                QueueJson.VERSION,
                message.id(),
                message.user(),
                message.originator(),
                message.recipient(),
                message.type(),
                message.text(),
                message.provider(),
                message.acceptedAt(),
                options.clientId(),
                options.validUntil(),
                options.sendAt(),
                options.reportUrl(),
                options.priority(),
                options.smpp(),
                options.serviceType(),
                options.tlvs(),
                options.tags(),
                message.source(),
                message.routing().rule(),
                message.routing().copyOf());
    }

    SmsMessage message() {
        Routing routing = Routing.of(source, rule, copyOf);
        return new SmsMessage(id, user, originator, recipient, type, text, provider, acceptedAt, options(), routing);
    }

    private MessageOptions options() {
        return new MessageOptions(clientId, validUntil, sendAt, reportUrl, smpp, priority, serviceType, tlvs, tags);
    }
}
