package org.caravansms.api;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * A message of the JSON API's {@code messages}.
 *
 * @param index its place among them
 * @param message what the client sent
 */
public record JsonMessageRequest(int index, SendMsgMessage message) implements MessageRequest {

    /** The JSON API's reports are a list: nothing carries an index. */
    @Override
    public String suffix() {
        return "";
    }

    /** Its report is one of a list, also when it is the only one. */
    @Override
    public boolean isSingle() {
        return false;
    }

    @Override
    public String get(MessageField field) {
        return field.trimmed(message.get(field));
    }

    @Override
    public Instant time(MessageField field) {
        Instant time = ReadTime.OF_JSON.of(this, field);
        return field == MessageField.SEND_AT && time != null && !isAfterCreation(time) ? null : time;
    }

    /** Both are by the clock of the client, which may be in another time zone: what is not after creation is for now. */
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

    /** Its reply repeats all of it. */
    @Override
    public MessageRequest accepted() {
        return this;
    }

    @Override
    public String toString() {
        return "JsonDraft[" + index + "]";
    }
}
