package org.caravansms.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.caravansms.message.Fault;

/** A request of {@code direct:send} or of the queue {@code sms.submit} as a tree of JSON, whatever it was written as. */
final class PublicDocument {

    static final ObjectMapper JSON = ApiJson.strict();

    private PublicDocument() {}

    /**
     * @param document JSON as text or UTF-8 octets, a Map, or a List of Maps
     * @return an object or a list
     * @throws ApiException when it is neither
     */
    static JsonNode tree(Object document) {
        try {
            JsonNode root = document instanceof Map || document instanceof Collection
                    ? JSON.valueToTree(document)
                    : parse(document);
            if (root.isContainerNode()) {
                return root;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable("");
        } catch (IOException e) {
            throw ApiJson.isNotUtf8(e)
                    ? new ApiException(Fault.INVALID_REQUEST, "The request is not in UTF-8, as JSON is.")
                    : unreadable(ApiJson.place(e));
        }
        throw unreadable("");
    }

    private static JsonNode parse(Object document) throws IOException {
        return document instanceof byte[] octets
                ? JSON.readTree(octets)
                : JSON.readTree(Trim.mark(String.valueOf(document)));
    }

    private static ApiException unreadable(String place) {
        return new ApiException(
                Fault.INVALID_REQUEST,
                "The request is not the JSON of a message, {\"to\":…,\"text\":…}, a list of them, or {\"messages\":[…]}"
                        + place + ".");
    }
}
