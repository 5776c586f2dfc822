package org.caravansms.message;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options of a client for its message.
 *
 * @param clientId the client's own id of the message, or empty: the same user, id and recipient again are a repetition
 * @param validUntil when the message expires, or null
 * @param sendAt when it is to be sent, or null for now
 * @param reportUrl the template of the URL for reports of the message's state, or empty
 * @param smpp fields of the submit_sm that the client set itself
 * @param priority 0 to 9, the highest is sent first; or null
 * @param serviceType the service_type of the submit_sm, empty for the provider's
 * @param tlvs optional parameters of the submit_sm as the client wrote them: by name or number, in hexadecimal after
 *     {@code 0x} or as text
 * @param tags the client's own names and values, texts, numbers or booleans: every event of the message has them
 */
public record MessageOptions(
        String clientId,
        Instant validUntil,
        Instant sendAt,
        String reportUrl,
        Map<SmppField, Integer> smpp,
        Integer priority,
        String serviceType,
        Map<String, String> tlvs,
        Map<String, Object> tags) {

    /** The default priority, of JMS too. */
    public static final int USUAL_PRIORITY = 4;

    public static final int HIGHEST_PRIORITY = 9;

    /** Without any option. */
    public static final MessageOptions NONE = new MessageOptions("", null, null, "", Map.of(), null, "", Map.of());

    public MessageOptions {
        smpp = Map.copyOf(smpp);
        tlvs = Map.copyOf(tlvs);
        tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** Without tags. */
    public MessageOptions(
            String clientId,
            Instant validUntil,
            Instant sendAt,
            String reportUrl,
            Map<SmppField, Integer> smpp,
            Integer priority,
            String serviceType,
            Map<String, String> tlvs) {
        this(clientId, validUntil, sendAt, reportUrl, smpp, priority, serviceType, tlvs, Map.of());
    }

    /** @return whether all events of the message have the whole message */
    public boolean areReported() {
        return !reportUrl.isEmpty() || !tags.isEmpty();
    }

    public MessageOptions with(Integer other, Map<String, Object> otherTags) {
        return new MessageOptions(clientId, validUntil, sendAt, reportUrl, smpp, other, serviceType, tlvs, otherTags);
    }

    /** @return those of a copy, of which the client knows nothing */
    MessageOptions ofCopy() {
        return new MessageOptions("", validUntil, sendAt, "", smpp, priority, serviceType, tlvs, tags);
    }

    public boolean hasClientId() {
        return !clientId.isEmpty();
    }
}
