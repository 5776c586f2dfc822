package org.caravansms.kamelet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;

/** A step of the Kamelet {@code sms-inbound-source}: the whole inbound messages of a JMS message of events. */
public final class FlatInbound {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private String keyword = "";
    private String to = "";

    /** @throws JsonProcessingException when it is no JSON */
    public List<String> of(@Body String json) throws JsonProcessingException {
        List<String> wanted = new ArrayList<>();
        for (JsonNode event : MAPPER.readTree(json).path("events")) {
            ObjectNode message = FlatFields.of("inbound", event.path("inbound"));
            if (!message.isEmpty() && isWanted(message)) {
                wanted.add(MAPPER.writeValueAsString(message));
            }
        }
        return wanted;
    }

    private boolean isWanted(ObjectNode message) {
        String first = message.path("text").asText().strip().split("\\s", 2)[0];
        return (keyword.isEmpty() || keyword.equalsIgnoreCase(first))
                && (to.isEmpty() || digits(to).equals(digits(message.path("to").asText())));
    }

    private static String digits(String number) {
        return number.replaceFirst("^(\\+|00)", "");
    }

    /** @param keyword the first word of the text, in any case; empty for all */
    public void setKeyword(String keyword) {
        this.keyword = keyword;
    }

    /** @param to the number that it was sent to, empty for all */
    public void setTo(String to) {
        this.to = to;
    }
}
