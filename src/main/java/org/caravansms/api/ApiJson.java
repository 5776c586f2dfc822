package org.caravansms.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;

/**
 * How the API reads and writes JSON: the depth of a document is limited, unknown keys are ignored, and a text may have
 * line breaks that its client did not escape.
 */
public final class ApiJson {

    private static final int DEEPEST = 8;

    private ApiJson() {}

    public static ObjectMapper mapper() {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        JsonFactory lenient = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
        return new ObjectMapper(lenient)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .setSerializationInclusion(JsonInclude.Include.NON_NULL);
    }

    /**
     * Of {@link PublicMessage}: unknown and repeated keys are refused, a number may stand for a text and a text for a
     * number, and the times of a Map are written in ISO 8601.
     */
    public static ObjectMapper strict() {
        SimpleModule times = new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addSerializer(OffsetDateTime.class, ToStringSerializer.instance)
                .addSerializer(ZonedDateTime.class, ToStringSerializer.instance);
        ObjectMapper strict = mapper().registerModule(times)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        strict.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return strict;
    }

    /** Jackson reports it with a CharConversionException, or with a message that begins so. */
    static boolean isNotUtf8(IOException error) {
        return !(error instanceof JacksonException json)
                || json.getOriginalMessage().startsWith("Invalid UTF-8");
    }

    /** @return the place of an error in a document, without any of its content */
    static String place(IOException error) {
        return error instanceof JacksonException json ? place(json) : "";
    }

    private static String place(JacksonException error) {
        String path = error instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[")
                : "";
        return path.isEmpty() ? line(error) : ", see at " + path;
    }

    private static String line(JacksonException error) {
        return error.getLocation() == null
                ? ""
                : ", see at line " + error.getLocation().getLineNr() + ", column "
                        + error.getLocation().getColumnNr();
    }
}
