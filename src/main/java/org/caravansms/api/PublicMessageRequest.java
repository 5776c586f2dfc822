package org.caravansms.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/**
 * A message of {@code direct:send}, of the queue {@code sms.submit}, or as {@code direct:policy} left it.
 *
 * @param sendRequest the request that it came with, null for one of HTTP
 * @param place where it stands in its document, before the name of a key in errors
 * @param message what the client wrote
 * @param source the same as JSON, for a dead letter
 * @param fault why it cannot be read, or null
 */
record PublicMessageRequest(SendRequest sendRequest, String place, PublicMessage message, JsonNode source, String fault)
        implements MessageRequest {

    @Override
    public String get(MessageField field) {
        if (fault != null && field != MessageField.RECIPIENT) {
            throw new RejectedMessageException(Fault.INVALID_PARAMETER, fault);
        }
        return field.trimmed(message.get(field));
    }

    @Override
    public Instant time(MessageField field) {
        return ReadTime.WITH_ZONE.of(this, field);
    }

    @Override
    public Map<String, String> tlvs() {
        return message.tlv();
    }

    @Override
    public Map<String, Object> tags() {
        return message.tags();
    }

    @Override
    public String nameOf(MessageField field) {
        return place + field.key();
    }

    @Override
    public String toString() {
        return "PublicMessageRequest[" + place + "]";
    }
}
