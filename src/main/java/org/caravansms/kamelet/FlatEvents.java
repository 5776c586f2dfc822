package org.caravansms.kamelet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;

/**
 * A step of the Kamelet {@code sms-events-source}: the events of a JMS message, each a JSON object without objects in it
 * but {@code parts} and {@code tags}, in their order. What came from an SMSC and belongs to no message yet is there only
 * where its type is asked for.
 */
public final class FlatEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OF_NO_MESSAGE = Set.of("receipt", "part");
    private static final List<String> NESTED = List.of("message", "inbound", "receipt", "part");

    private Set<String> types = Set.of();
    private String user = "";
    private String provider = "";

    /** @throws JsonProcessingException when it is no JSON */
    public List<String> of(@Body String json) throws JsonProcessingException {
        List<String> wanted = new ArrayList<>();
        for (JsonNode event : MAPPER.readTree(json).path("events")) {
            ObjectNode flat = flat((ObjectNode) event);
            if (isWanted(flat)) {
                wanted.add(MAPPER.writeValueAsString(flat));
            }
        }
        return wanted;
    }

    private static ObjectNode flat(ObjectNode event) {
        ObjectNode flat = event.deepCopy().remove(NESTED);
        for (String name : NESTED) {
            FlatFields.of(name, event.path(name)).properties().forEach(field -> {
                if (!flat.has(field.getKey())) {
                    flat.set(field.getKey(), field.getValue());
                }
            });
        }
        return flat;
    }

    private boolean isWanted(ObjectNode event) {
        String type = event.path("type").asText();
        return (types.isEmpty() ? !OF_NO_MESSAGE.contains(type) : types.contains(type))
                && (user.isEmpty() || user.equals(event.path("user").asText()))
                && (provider.isEmpty() || provider.equals(event.path("provider").asText()));
    }

    /** @param types names with commas between them, empty for all */
    public void setTypes(String types) {
        this.types = Arrays.stream(types.split(","))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param user whose events, empty for all */
    public void setUser(String user) {
        this.user = user;
    }

    /** @param provider of which SMSC connection, empty for all */
    public void setProvider(String provider) {
        this.provider = provider;
    }
}
