package org.caravansms.kamelet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.Body;

/** A step of the Kamelet {@code sms-sink}: Maps and Lists become JSON; text and octets are taken for it. */
public final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws JsonProcessingException when a value in it has no form in JSON */
    public Object of(@Body Object body) throws JsonProcessingException {
        return body instanceof Map || body instanceof Collection ? MAPPER.writeValueAsString(body) : body;
    }
}
