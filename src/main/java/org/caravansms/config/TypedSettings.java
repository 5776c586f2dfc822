package org.caravansms.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes records of settings: {@code sms.http.max-body-bytes} is the component {@code maxBodyBytes} of the component
 * {@code http}. A unit of time at the end of a name makes the value a {@link Duration}, and is no part of the component's.
 */
final class TypedSettings {

    private static final Pattern KEY = Pattern.compile("sms\\.(?:([a-z-]+)\\.)?([a-z-]+)");
    private static final Pattern TIME = Pattern.compile("(.+)-(millis|minutes|hours|days)");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(Duration.class, new DurationText()))
            .build();

    private TypedSettings() {}

    /**
     * @param values settings that have their form, by their whole names
     * @throws IllegalArgumentException naming a setting whose value a record refuses
     */
    static GatewaySettings of(Map<String, String> values) {
        Map<String, Object> tree = new TreeMap<>();
        values.forEach((key, value) -> {
            Matcher form = KEY.matcher(key);
            if (form.matches()) {
                put(group(tree, form.group(1)), form.group(2), value);
            }
        });
        try {
            return MAPPER.convertValue(tree, GatewaySettings.class);
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> group(Map<String, Object> tree, String name) {
        return name == null ? tree : (Map<String, Object>) tree.computeIfAbsent(name, group -> new TreeMap<>());
    }

    private static void put(Map<String, Object> group, String name, String value) {
        Matcher time = TIME.matcher(name);
        if (time.matches()) {
            ChronoUnit unit = ChronoUnit.valueOf(time.group(2).toUpperCase(Locale.ROOT));
            group.put(time.group(1), Duration.of(Long.parseLong(value), unit).toString());
        } else {
            group.put(name, value);
        }
    }

    /** What a record refused stands behind what Jackson says of it. */
    private static IllegalArgumentException refusal(IllegalArgumentException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IllegalArgumentException refused ? refused : failure;
    }

    /** ISO 8601. */
    private static final class DurationText extends JsonDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Duration.parse(json.getText());
        }
    }
}
