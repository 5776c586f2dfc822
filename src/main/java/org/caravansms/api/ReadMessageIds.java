package org.caravansms.api;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.caravansms.message.Fault;
import org.caravansms.message.Folder;

/** Reads the message ids of a document of the JSON API; an impossible id does not reach the store. */
public final class ReadMessageIds {

    private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private final int most;

    /** @param most how many a document may name */
    public ReadMessageIds(int most) {
        this.most = most;
    }

    /** @throws ApiException 27 when no message can have this id */
    static String possible(String id) {
        if (!isPossible(id)) {
            throw unknown();
        }
        return id;
    }

    /** The answer for an unknown message, and for one of another user. */
    public static ApiException unknown() {
        return new ApiException(Fault.UNKNOWN_MESSAGE, "This user has no message of that msgID.");
    }

    /** @throws ApiException when there is no JSON */
    public byte[] document(@Body ApiRequest request) {
        if (request.document().length == 0) {
            throw new ApiException(
                    Fault.INVALID_REQUEST, "This action asks for a JSON body, with Content-Type: application/json.");
        }
        return request.document();
    }

    /** @throws ApiException when the document is null, or the folder is unknown */
    public Folder folder(@Body MessageIdsDocument document) {
        if (document == null) {
            throw new ApiException(Fault.INVALID_REQUEST, "The body is not the JSON of " + MessageIdsDocument.SHAPE);
        }
        return ReadStoreQuery.folder(document.folder());
    }

    /** @throws ApiException when it names no message, or too many */
    public List<String> ids(@Body MessageIdsDocument document) {
        List<String> ids = document.messageIds() == null ? List.of() : document.messageIds();
        if (ids.isEmpty() || ids.size() > most) {
            throw new ApiException(Fault.INVALID_MESSAGE_COUNT, "message_ids is not a list of 1 to " + most + " ids.");
        }
        return ids.stream()
                .filter(Objects::nonNull)
                .filter(ReadMessageIds::isPossible)
                .distinct()
                .toList();
    }

    private static boolean isPossible(String id) {
        return POSSIBLE.matcher(id).matches();
    }
}
