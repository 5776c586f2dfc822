package org.caravansms.api.answer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.SendMsgMessage;

/**
 * The reply of the JSON API.
 *
 * @param httpCode always 200: a client library compares it
 * @param responseCode {@code SUCCESS}, or the fault
 * @param responseMsg the same for people
 * @param data the result; on an error the same, empty, since client libraries read it first
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SendMsgReply(int httpCode, String responseCode, String responseMsg, Object data) {

    static final String SUCCESS = "SUCCESS";
    private static final int OK = 200;

    /** Of {@code sendmsg}: the messages with their status, in the order of the request. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Data(int totalCount, long successCount, long failedCount, List<SendMsgMessage> messages) {}

    /**
     * Of {@code receivemsg}: messages of the folder, in its order.
     *
     * @param limit a number as a string, since a client library wants it so
     */
    public record Contents(String folder, String limit, List<SendMsgMessage> data) implements ApiAnswer {
        /** Without the messages. */
        @Override
        public String toString() {
            return "Contents[" + folder + " " + data.size() + "]";
        }
    }

    /** Of {@code deletemsg} and {@code markmsg}: the messages that were deleted or marked. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Settled(String folder, List<String> messageIds) implements ApiAnswer {}

    static SendMsgReply of(String responseCode, String responseMsg, Object data) {
        return new SendMsgReply(OK, responseCode, responseMsg, data);
    }
}
