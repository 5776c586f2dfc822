package org.caravansms.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/**
 * A message of the JSON API's {@code messages}.
 *
 * @param index its place among them
 * @param message what the client sent
 */
public record JsonMessageRequest(int index, SendMsgMessage message) implements MessageRequest {

    @Override
    public String get(MessageField field) {
        return field.trimmed(message.get(field));
    }

    @Override
    public Instant time(MessageField field) {
        Instant time = ReadTime.OF_JSON.of(this, field);
        return field == MessageField.SEND_AT && time != null && !isAfterCreation(time) ? null : time;
    }

    /** Both times are of the client's clock, which may be wrong: a time not after the creation means now. */
    private boolean isAfterCreation(Instant time) {
        try {
            Instant created = message.createDate == null ? null : JsonTime.read(message.createDate.strip());
            return created == null || time.isAfter(created);
        } catch (DateTimeException e) {
            return true;
        }
    }

    @Override
    public Map<String, String> tlvs() {
        return message.tlvs()
                .orElseThrow(() -> new RejectedMessageException(
                        Fault.INVALID_PARAMETER, nameOf("tlv") + " is not an object of strings."));
    }

    @Override
    public String nameOf(MessageField field) {
        return nameOf(field.jsonName());
    }

    private String nameOf(String key) {
        return "messages[" + index + "]." + key;
    }

    @Override
    public String toString() {
        return "JsonMessageRequest[" + index + "]";
    }
}
