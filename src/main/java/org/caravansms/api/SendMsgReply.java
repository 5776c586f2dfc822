package org.caravansms.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The reply to {@code action=sendmsg}.
 *
 * @param httpCode 200 always: a client library compares it with that
 * @param responseCode {@code SUCCESS}, or the fault
 * @param responseMsg the same for people
 * @param data the counts and the messages
 */
@JsonNaming(SnakeCaseStrategy.class)
record SendMsgReply(int httpCode, String responseCode, String responseMsg, Data data) {

    static final String SUCCESS = "SUCCESS";
    private static final int OK = 200;

    /** What became of the messages, in the order of the request. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Data(int totalCount, long successCount, long failedCount, List<SendMsgMessage> messages) {}

    static SendMsgReply of(String responseCode, String responseMsg, Data data) {
        return new SendMsgReply(OK, responseCode, responseMsg, data);
    }
}
