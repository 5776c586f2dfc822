package org.caravansms.api;

import org.caravansms.message.RejectedMessageException;
import java.time.Instant;
import java.util.Map;

/** One message as the client asked for it, not checked yet. */
public interface MessageRequest {

    /** @return what follows the names of its report's parts: its index, or nothing for a single message */
    String suffix();

    /**
     * @return what the client said, or null when it said nothing
     * @throws RejectedMessageException when it cannot be read
     */
    String get(MessageField field);

    /**
     * @return the time that the client gave, or null
     * @throws RejectedMessageException when it is no time as the client's dialect writes them
     */
    Instant time(MessageField field);

    /**
     * @return optional parameters of the submit_sm by name or number, as the client wrote them
     * @throws RejectedMessageException when they are not in the form of the client's dialect
     */
    Map<String, String> tlvs();

    /** @return what the client calls it, for errors that name what is wrong */
    String nameOf(MessageField field);

    /** @return what the report of an accepted message still needs; the message has the rest, and memory is short */
    MessageRequest accepted();

    default boolean isSingle() {
        return suffix().isEmpty();
    }
}
