package org.caravansms.api;

import java.util.List;
import java.util.stream.IntStream;
import org.caravansms.message.Fault;

/** Reads the messages of the JSON API's {@code action=sendmsg}. */
public final class ReadSendMsg {

    private final int maxMessages;

    public ReadSendMsg(int maxMessages) {
        this.maxMessages = maxMessages;
    }

    /** @throws ApiException when there is no JSON */
    public byte[] document(ApiRequest request) {
        if (request.document().length == 0) {
            throw new ApiException(
                    Fault.INVALID_REQUEST, "sendmsg asks for a JSON body, with Content-Type: application/json.");
        }
        return request.document();
    }

    /** Whether the messages are explained and not sent. */
    public boolean isExplain(SendMsgDocument document) {
        return document != null && Boolean.TRUE.equals(document.explain());
    }

    /** @throws ApiException when there is no document but null, when there are no messages, or too many */
    public List<MessageRequest> requests(SendMsgDocument document) {
        if (document == null) {
            throw new ApiException(Fault.INVALID_REQUEST, "The body is not the JSON of " + SendMsgDocument.SHAPE + ".");
        }
        List<SendMsgMessage> messages = document.messages() == null ? List.of() : document.messages();
        if (messages.isEmpty() || messages.size() > maxMessages) {
            throw new ApiException(
                    Fault.INVALID_MESSAGE_COUNT, "messages is not a list of 1 to " + maxMessages + " messages.");
        }
        return IntStream.range(0, messages.size())
                .mapToObj(i -> request(i, messages.get(i)))
                .toList();
    }

    private static MessageRequest request(int index, SendMsgMessage message) {
        if (message == null) {
            throw new ApiException(Fault.INVALID_REQUEST, "messages[" + index + "] is null.");
        }
        return new JsonMessageRequest(index, message);
    }
}
