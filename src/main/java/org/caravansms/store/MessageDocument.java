package org.caravansms.store;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Routing;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/**
 * The JSON of a {@link SmsMessage} in the document of its row, without the id that the row has. It is flat, as Jackson
 * reads an unwrapped record twice.
 *
 * @param smpp the submit_sm fields of the client stand beside the others, under the standard's names; what a newer
 *     version wrote beside them is ignored
 */
@JsonInclude(Include.NON_EMPTY)
record MessageDocument(
        @JsonInclude(Include.NON_NULL) String user,
        @JsonInclude(Include.NON_NULL) String from,
        @JsonInclude(Include.NON_NULL) String to,
        @JsonInclude(Include.NON_NULL) String type,
        @JsonInclude(Include.NON_NULL) String text,
        String provider,
        Instant at,
        String clientId,
        Instant validUntil,
        Instant sendAt,
        String reportUrl,
        Integer priority,
        Map<String, Object> tags,

        @JsonProperty("src") @JsonFormat(with = READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        Source source,

        String rule,
        String copyOf,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> smpp) {

    /** @return null for null */
    static MessageDocument of(SmsMessage message) {
        if (message == null) {
            return null;
        }
        MessageOptions options = message.options();
        Map<String, Object> smpp = new HashMap<>();
        options.smpp().forEach((field, value) -> smpp.put(field.standardName(), value));
        return new MessageDocument(
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
                options.tags(),
                message.source(),
                message.routing().rule(),
                message.routing().copyOf(),
                smpp);
    }

    SmsMessage message(String id) {
        Routing routing = Routing.of(source, rule, copyOf);
        return new SmsMessage(id, user, from, to, type, text, provider, at, options(), routing);
    }

    private MessageOptions options() {
        Map<SmppField, Integer> fields = new EnumMap<>(SmppField.class);
        for (SmppField field : smpp == null || smpp.isEmpty() ? new SmppField[0] : SmppField.values()) {
            if (smpp.get(field.standardName()) instanceof Integer value) {
                fields.put(field, value);
            }
        }
        return new MessageOptions(clientId, validUntil, sendAt, reportUrl, fields, priority, "", Map.of(), tags);
    }
}
