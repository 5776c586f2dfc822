package org.caravansms.api;

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
record JsonDraft(int index, SendMsgMessage message) implements Draft {

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
    public String get(Field field) {
        return message.get(field);
    }

    @Override
    public Instant time(Field field) {
        return ReadTime.OF_JSON.of(this, field);
    }

    @Override
    public Map<String, String> tlvs() {
        return message.tlvs()
                .orElseThrow(() -> new RejectedMessageException(
                        Fault.INVALID_PARAMETER, nameOf("tlv") + " is not an object of strings."));
    }

    @Override
    public String nameOf(Field field) {
        return nameOf(field.jsonName());
    }

    private String nameOf(String key) {
        return "messages[" + index + "]." + key;
    }

    /** Its reply repeats all of it. */
    @Override
    public Draft accepted() {
        return this;
    }

    @Override
    public String toString() {
        return "JsonDraft[" + index + "]";
    }
}
