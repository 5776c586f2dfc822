package org.caravansms.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes records of settings: {@code sms.http.max-body-bytes} is the component {@code maxBodyBytes} of the component
 * {@code http}. A setting whose name ends in a unit of time is a {@link Duration}; its component's name has no unit.
 */
final class TypedSettings {

    private static final Pattern KEY = Pattern.compile("sms\\.(?:([a-z-]+)\\.)?([a-z-]+)");
    private static final Pattern TIME = Pattern.compile("(.+)-(millis|minutes|hours|days)");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TypedSettings() {}

    /**
     * @param values settings that have their form, by their whole names
     * @throws IllegalArgumentException naming a setting whose value a record refuses
     */
    static GatewaySettings of(Map<String, String> values) {
        ObjectNode tree = MAPPER.createObjectNode();
        values.forEach((key, value) -> {
            Matcher form = KEY.matcher(key);
            if (form.matches()) {
                String group = form.group(1);
                put(group == null ? tree : tree.withObjectProperty(group), form.group(2), value);
            }
        });
        try {
            return MAPPER.treeToValue(tree, GatewaySettings.class);
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    private static void put(ObjectNode group, String name, String value) {
        Matcher time = TIME.matcher(name);
        if (time.matches()) {
            ChronoUnit unit = ChronoUnit.valueOf(time.group(2).toUpperCase(Locale.ROOT));
            group.putPOJO(time.group(1), Duration.of(Long.parseLong(value), unit));
        } else {
            group.put(name, value);
        }
    }

    /** Jackson wraps the exception of a record. */
    private static IllegalArgumentException refusal(JsonProcessingException failure) {
        return failure.getCause() instanceof IllegalArgumentException refused
                ? refused
                : new IllegalArgumentException(failure);
    }
}
