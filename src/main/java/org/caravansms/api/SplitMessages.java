package org.caravansms.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.caravansms.message.Fault;

/**
 * Expands the parameters of {@code action=sendmessage} into messages: one for each index below {@code messagecount}, or
 * without it one for each number in {@code recipient}. What stands un-indexed beside {@code messagecount} is the default
 * of every message that has none of its own.
 */
public final class SplitMessages {

    private final int maxMessages;

    public SplitMessages(int maxMessages) {
        this.maxMessages = maxMessages;
    }

    /** @throws ApiException when {@code messagecount} is no number between 1 and the limit, or no recipient is named */
    public List<Draft> split(ApiRequest request) {
        String count = request.get("messagecount");
        return count == null ? single(request) : indexed(request, count(count));
    }

    private static List<Draft> indexed(ApiRequest request, int count) {
        String type = request.getOrElse("messagetype", "SMS:TEXT");
        String originator = request.get("originator");
        String provider = request.get("serviceprovider");
        return IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .map(i -> new Draft(
                        i,
                        request.get("recipient" + i),
                        request.get("messagedata" + i),
                        request.getOrElse("messagetype" + i, type),
                        request.getOrElse("originator" + i, originator),
                        request.getOrElse("serviceprovider" + i, provider)))
                .toList();
    }

    private static List<Draft> single(ApiRequest request) {
        return Arrays.stream(request.require("recipient").split("[,;]"))
                .map(recipient -> new Draft(
                        "",
                        recipient,
                        request.get("messagedata"),
                        request.getOrElse("messagetype", "SMS:TEXT"),
                        request.get("originator"),
                        request.get("serviceprovider")))
                .toList();
    }

    private int count(String value) {
        try {
            int count = Integer.parseInt(value.strip());
            if (count >= 1 && count <= maxMessages) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is out of range
        }
        throw new ApiException(
                Fault.INVALID_MESSAGE_COUNT, "messagecount is not a number between 1 and " + maxMessages + ".");
    }
}
