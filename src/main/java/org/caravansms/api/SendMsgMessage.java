package org.caravansms.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message of the JSON API, the same in the request and, completed, in the reply. The aliases are what official client
 * libraries send.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonNaming(SnakeCaseStrategy.class)
public final class SendMsgMessage implements Cloneable {

    @JsonAlias("id")
    public String messageId;

    public String fromConnection;
    public String fromAddress;
    public String fromStation;
    public String toConnection;
    public String toAddress;
    public String toStation;
    public String text;
    public String createDate;

    @JsonAlias("vaild_date")
    public String validUntil;

    public String timeToSend;

    /** Our own addition, a number. */
    String priority;

    public Boolean submitReportRequested;
    public Boolean deliveryReportRequested;
    public Boolean viewReportRequested;

    /** Our addition: optional parameters of the submit_sm, an object of strings. */
    JsonNode tlv;

    /** Our own addition: fields of the submit_sm under their names in the standard, each a number or a string. */
    @JsonIgnore
    private final Map<String, JsonNode> smpp = new LinkedHashMap<>(0);

    /** A list of {@code {"name":…,"value":…}}, in a request of any shape. */
    public JsonNode tags;

    /** In the reply only: {@code SUCCESS}, or the fault in words. */
    public String status;

    /** @return one with the same fields, to be changed */
    public SendMsgMessage copy() {
        try {
            return (SendMsgMessage) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    String get(MessageField field) {
        return switch (field) {
            case RECIPIENT -> toAddress;
            case TEXT -> text;
            case ORIGINATOR -> fromAddress;
            case PROVIDER -> toConnection;
            case VALID_UNTIL -> validUntil;
            case SEND_AT -> timeToSend;
            case CLIENT_ID -> messageId;
            case PRIORITY -> priority;
            case REGISTERED_DELIVERY -> registeredDelivery();
            default -> smpp(field);
        };
    }

    /** "No report" is 0; otherwise the setting of the provider applies. */
    private String registeredDelivery() {
        String given = smpp(MessageField.REGISTERED_DELIVERY);
        return given == null && Boolean.FALSE.equals(deliveryReportRequested) ? "0" : given;
    }

    private String smpp(MessageField field) {
        JsonNode value = smpp.get(field.jsonName());
        return value == null || value.isNull() ? null : value.isValueNode() ? value.asText() : value.toString();
    }

    /** @return empty when they are not an object of strings */
    Optional<Map<String, String>> tlvs() {
        if (tlv == null || tlv.isNull()) {
            return Optional.of(Map.of());
        }
        Map<String, String> tlvs = new HashMap<>();
        tlv.fields()
                .forEachRemaining(
                        field -> tlvs.put(field.getKey(), field.getValue().textValue()));
        return tlv.isObject() && !tlvs.containsValue(null) ? Optional.of(tlvs) : Optional.empty();
    }

    @JsonAnySetter
    void other(String name, JsonNode value) {
        if (MessageField.isOfSubmitSm(name)) {
            smpp.put(name, value);
        }
    }

    @JsonAnyGetter
    Map<String, JsonNode> others() {
        return smpp;
    }
}
