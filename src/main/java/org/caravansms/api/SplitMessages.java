package org.caravansms.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caravansms.message.Fault;

/**
 * Expands the parameters of {@code action=sendmessage} into messages: one for each index below {@code messagecount}, or
 * without it one for each number in {@code recipient}. A parameter without an index beside {@code messagecount} is
 * the default of every message.
 */
public final class SplitMessages {

    private static final Pattern SEPARATOR = Pattern.compile("[,;]");

    private final int maxMessages;

    public SplitMessages(int maxMessages) {
        this.maxMessages = maxMessages;
    }

    /** @throws ApiException when {@code messagecount} is no number between 1 and the limit, or no recipient is named */
    public List<MessageRequest> split(ApiRequest request) {
        String count = request.get(Parameter.MESSAGE_COUNT);
        return count == null ? eachRecipient(request) : indexed(request, count(count));
    }

    private static List<MessageRequest> indexed(ApiRequest request, int count) {
        FormTlvs tlvs = request.tlvs();
        FormFields fields = new FormFields(request);
        return IntStream.range(0, count)
                .<MessageRequest>mapToObj(i -> new FormMessageRequest(request, Integer.toString(i), null, tlvs, fields))
                .toList();
    }

    private List<MessageRequest> eachRecipient(ApiRequest request) {
        FormTlvs tlvs = request.tlvs();
        FormFields fields = new FormFields(request);
        List<MessageRequest> messages = SEPARATOR
                .splitAsStream(ApiRequest.required(
                        MessageField.RECIPIENT.parameter(), request.get(MessageField.RECIPIENT, "")))
                .filter(recipient -> !recipient.isBlank())
                .limit(maxMessages + 1L)
                .<MessageRequest>map(recipient -> new FormMessageRequest(request, "", recipient, tlvs, fields))
                .toList();
        if (messages.isEmpty() || messages.size() > maxMessages) {
            throw new ApiException(
                    Fault.INVALID_RECIPIENT,
                    "Invalid recipient. recipient lists not 1 to " + maxMessages + " numbers.");
        }
        return messages;
    }

    private int count(String value) {
        try {
            int count = Integer.parseInt(value.strip());
            if (count >= 1 && count <= maxMessages) {
                return count;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number that is out of range
        }
        throw new ApiException(
                Fault.INVALID_MESSAGE_COUNT, "messagecount is not a number between 1 and " + maxMessages + ".");
    }
}
