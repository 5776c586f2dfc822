package org.caravansms.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A message of the JSON API, the same in the request and, completed, in the reply. The aliases are what official client
 * libraries send.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonNaming(SnakeCaseStrategy.class)
final class SendMsgMessage {

    @JsonAlias("id")
    String messageId;

    String fromConnection;
    String fromAddress;
    String fromStation;
    String toConnection;
    String toAddress;
    String toStation;
    String text;
    String createDate;

    @JsonAlias("vaild_date")
    String validUntil;

    String timeToSend;

    /** Our own addition, a number. */
    String priority;

    Boolean submitReportRequested;
    Boolean deliveryReportRequested;
    Boolean viewReportRequested;

    /** A list of {@code {"name":…,"value":…}}, in a request of any shape: {@link ReadTags}. */
    JsonNode tags;

    /** In the reply only: {@code SUCCESS}, or what is wrong. */
    String status;

    String get(Field field) {
        return switch (field) {
            case RECIPIENT -> toAddress;
            case TEXT -> text;
            case ORIGINATOR -> fromAddress;
            case PROVIDER -> toConnection;
            case VALID_UNTIL -> validUntil;
            case SEND_AT -> timeToSend;
            case CLIENT_ID -> messageId;
            case PRIORITY -> priority;
            default -> null;
        };
    }
}
