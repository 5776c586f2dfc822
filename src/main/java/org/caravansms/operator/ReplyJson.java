package org.caravansms.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A {@link Reply} as one JSON document in one line. Times are ISO 8601 in UTC. */
final class ReplyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance))
            .build();

    /** What JSON allows in a text, but steers a terminal. */
    private static final Pattern STEERING = Pattern.compile("[\\x7f-\\x9f\\p{Zl}\\p{Zp}\\p{Cf}]");

    private ReplyJson() {}

    static String of(Reply reply) {
        try {
            String json = MAPPER.writeValueAsString(document(reply));
            return STEERING.matcher(json).replaceAll(found -> escaped(found.group()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ?> document(Reply reply) {
        if (reply.exitCode() == Reply.DONE) {
            return reply.document().isEmpty() ? Map.of("lines", reply.lines()) : reply.document();
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("error", String.join("\n", reply.lines()));
        document.putAll(reply.document());
        return document;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        // a backslash for the replacement, and one for JSON
        text.chars().forEach(unit -> escaped.append(String.format("\\\\u%04x", unit)));
        return escaped.toString();
    }
}
