package org.caravansms.api.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.caravansms.api.ApiJson;

/** The fields of a stored message by name, in the order of its JSON, for the formats that write them one by one. */
final class StoredFields {

    private static final ObjectMapper JSON = ApiJson.mapper();

    private StoredFields() {}

    /** @return texts, numbers, lists of texts and lists of such maps; a field without a value is left out */
    static Map<String, Object> of(Object message) {
        return JSON.convertValue(message, new TypeReference<>() {});
    }

    /** @return the name of one element of a list, such as {@code route} of {@code routes} */
    static String singular(String list) {
        return list.substring(0, list.length() - 1);
    }
}
