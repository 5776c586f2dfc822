package org.caravansms.api.answer;

import org.caravansms.api.SendMsgMessage;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The reply of the JSON API.
 *
 * @param httpCode 200 always: a client library compares it with that
 * @param responseCode {@code SUCCESS}, or the fault
 * @param responseMsg the same for people
 * @param data what was asked for; on an error the same, empty, since client libraries look into it first
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SendMsgReply(int httpCode, String responseCode, String responseMsg, Object data) {

    static final String SUCCESS = "SUCCESS";
    private static final int OK = 200;

    /** Of {@code sendmsg}: what became of the messages, in the order of the request. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Data(int totalCount, long successCount, long failedCount, List<SendMsgMessage> messages) {}

    /**
     * Of {@code receivemsg}.
     *
     * @param limit a number as a string, since a client library wants it so
     */
    public record Contents(String folder, String limit, List<SendMsgMessage> data) {}

    /** Of {@code deletemsg} and {@code markmsg}: those with which it was done. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Settled(String folder, List<String> messageIds) {}

    static SendMsgReply of(String responseCode, String responseMsg, Object data) {
        return new SendMsgReply(OK, responseCode, responseMsg, data);
    }
}
