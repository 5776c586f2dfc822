package org.caravansms.api;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/** One message as the client asked for it, not checked yet. */
public interface MessageRequest {

    /** @return its index in the names of its report; empty for a single message, and where reports are in a list */
    default String suffix() {
        return "";
    }

    /** @return whether its report stands alone, and not in a list */
    default boolean isSingle() {
        return false;
    }

    /** @return the fields that may have a value: all others have none */
    default Set<MessageField> fields() {
        return MessageField.ALL;
    }

    /**
     * @return the value, or null when the client gave none
     * @throws RejectedMessageException when it cannot be read
     */
    String get(MessageField field);

    /**
     * @return the time, or null when the client gave none
     * @throws RejectedMessageException when it is no time as the client's dialect writes them
     */
    Instant time(MessageField field);

    /**
     * @return optional parameters of the submit_sm by name or number, as the client wrote them
     * @throws RejectedMessageException when they are not in the form of the client's dialect
     */
    Map<String, String> tlvs();

    /**
     * @return the client's own names and values, texts, numbers or booleans
     * @throws RejectedMessageException when they are something else
     */
    default Map<String, Object> tags() {
        return Map.of();
    }

    /** @return the parameter as the client calls it, for errors */
    String nameOf(MessageField field);

    /** @return the request of the client, before {@code direct:policy} changed it */
    default MessageRequest original() {
        return this;
    }

    /** @return what the report of an accepted message needs beside the message, to save memory */
    default MessageRequest accepted() {
        return this;
    }

    /**
     * @return the request of {@code direct:send} or of the queue that the message came with, whose messages are refused
     *     one by one; null for HTTP, where a request is also refused as a whole
     */
    default SendRequest sendRequest() {
        return null;
    }

    /** @param ofRequest the user of a request of HTTP */
    default User sender(User ofRequest) {
        return sendRequest() == null ? ofRequest : sendRequest().user();
    }

    /** @return a refusal whose text begins with the parameter that is wrong, as its client calls it */
    default RejectedMessageException invalid(Fault fault, MessageField field, String what) {
        return new RejectedMessageException(fault, nameOf(field) + " " + what + ".");
    }

    default RejectedMessageException invalid(MessageField field, String what) {
        return invalid(Fault.INVALID_PARAMETER, field, what);
    }
}
