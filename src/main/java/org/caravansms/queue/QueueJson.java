package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.ContextAttributes;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and writes the documents on the queues, JSON objects of version 1, by the annotations in {@link QueueMixIns}.
 * Unknown fields are ignored; a missing text is empty; no number is read from a string and no string from a
 * number.
 */
final class QueueJson {

    /** The field with the version of a document. */
    static final String VERSION_FIELD = "v";

    static final int VERSION = 1;

    /** The beginning of each document that this class writes. */
    private static final String USUAL = "{\"" + VERSION_FIELD + "\":" + VERSION + ",";

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new QueueMixIns())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual, textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .withConfigOverride(
                    String.class, text -> text.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .defaultAttributes(ContextAttributes.getEmpty().withSharedAttribute(VERSION_FIELD, VERSION))
            .filterProvider(QueueMixIns.FILTERS)
            .build();

    private static final Set<Class<?>> STRINGS = Set.of(String.class, Instant.class);

    private QueueJson() {}

    /** @return a report or a document that has no class of its own */
    static String text(Object value) {
        return write(MAPPER.writer(), value);
    }

    static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UnreadableMessageException naming the field that is missing or wrong, without its value */
    static <T> T read(ObjectReader reader, String json) {
        return read(reader, json, tree -> read(reader, tree));
    }

    /**
     * Reads a document in one pass.
     *
     * @param otherwise reads the tree of one that looks unusual or has an error, which it reports
     */
    static <T> T read(ObjectReader reader, String json, Function<JsonNode, T> otherwise) {
        if (json != null && json.startsWith(USUAL)) {
            try {
                return reader.readValue(json);
            } catch (JsonProcessingException e) {
                return otherwise.apply(parse(json));
            }
        }
        return otherwise.apply(parse(json));
    }

    /** @throws UnreadableMessageException when it is no JSON object of this version */
    static JsonNode parse(String json) {
        if (json == null) {
            throw new UnreadableMessageException("it is not a text message");
        }
        try {
            return versioned(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("it is not JSON");
        }
    }

    /** @throws UnreadableMessageException when it is no object of this version */
    static JsonNode versioned(JsonNode document) {
        JsonNode version = document.get(VERSION_FIELD);
        if (version == null) {
            throw new UnreadableMessageException("its field v is missing");
        }
        if (!version.isInt() || version.intValue() != VERSION) {
            throw new UnreadableMessageException("its version is not " + VERSION);
        }
        return document;
    }

    /** @throws UnreadableMessageException naming the field that is missing or wrong, without its value */
    static <T> T read(ObjectReader reader, JsonNode node) {
        try {
            T value = reader.readValue(node);
            if (value != null) {
                return value;
            }
            throw new UnreadableMessageException("it has null in place of an object");
        } catch (JsonMappingException e) {
            throw e.getCause() instanceof UnreadableMessageException inner ? inner : unreadable(e, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableMessageException unreadable(JsonMappingException error, JsonNode document) {
        String name = "";
        JsonNode field = document;
        for (JsonMappingException.Reference step : error.getPath()) {
            name = step.getFieldName() == null ? name : step.getFieldName();
            field = step.getFieldName() == null ? field.path(step.getIndex()) : field.path(step.getFieldName());
        }
        return new UnreadableMessageException("its field " + name + " " + fault(error, field));
    }

    private static String fault(JsonMappingException error, JsonNode field) {
        if (error.getCause() instanceof WrongFieldException wrong) {
            return wrong.getMessage();
        } else if (field.isMissingNode()) {
            return "is missing";
        }
        boolean isString =
                error instanceof MismatchedInputException mismatch && STRINGS.contains(mismatch.getTargetType());
        return isString ? "is not a string" : "is none that is known";
    }
}
