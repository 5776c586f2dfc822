package org.caravansms.message;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What a client may ask for beyond the message itself.
 *
 * @param clientId the client's own name for the message, empty when it gave none: the same user and id again is the same
 *     message again
 * @param validUntil when the message is of no more use, or null
 * @param sendAt when it is to be sent, or null for now
 * @param reportUrl the template of a URL that wants to hear of the message's state, or empty
 * @param smpp fields of the submit_sm that the client set itself
 */
public record Options(
        String clientId, Instant validUntil, Instant sendAt, String reportUrl, Map<SmppField, Integer> smpp) {

    /** Nothing was asked for. */
    public static final Options NONE = new Options("", null, null, "", Map.of());

    public Options {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(reportUrl, "reportUrl");
        smpp = Map.copyOf(smpp);
    }

    public boolean hasClientId() {
        return !clientId.isEmpty();
    }
}
