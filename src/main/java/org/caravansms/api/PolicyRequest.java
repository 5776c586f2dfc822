package org.caravansms.api;

import java.time.Instant;
import java.util.Map;

/**
 * A message that {@code direct:policy} changed. Its report has the place and the form of the client's own request.
 *
 * @param original the request of the client
 * @param changed the message that is checked and sent instead
 */
record PolicyRequest(MessageRequest original, MessageRequest changed) implements MessageRequest {

    @Override
    public String suffix() {
        return original.suffix();
    }

    @Override
    public boolean isSingle() {
        return original.isSingle();
    }

    @Override
    public SendRequest sendRequest() {
        return original.sendRequest();
    }

    @Override
    public String get(MessageField field) {
        return changed.get(field);
    }

    @Override
    public Instant time(MessageField field) {
        return changed.time(field);
    }

    @Override
    public Map<String, String> tlvs() {
        return changed.tlvs();
    }

    @Override
    public Map<String, Object> tags() {
        return changed.tags();
    }

    @Override
    public String nameOf(MessageField field) {
        return changed.nameOf(field);
    }

    @Override
    public MessageRequest accepted() {
        return original.accepted();
    }
}
