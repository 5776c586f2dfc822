package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a number that may be missing: it is then the {@code defaultValue} of its {@code JsonProperty}. */
final class IntOrDefault extends StdScalarDeserializer<Integer> implements ContextualDeserializer {

    private final Integer absent;

    IntOrDefault() {
        this(null);
    }

    private IntOrDefault(Integer absent) {
        super(int.class);
        this.absent = absent;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new IntOrDefault(Integer.valueOf(property.getMetadata().getDefaultValue()));
    }

    @Override
    public Integer deserialize(JsonParser from, DeserializationContext context) throws IOException {
        return _parseIntPrimitive(from, context);
    }

    @Override
    public Integer getNullValue(DeserializationContext context) {
        return absent;
    }

    /** Is equal to the number that names no port. */
    static final class None {
        @Override
        public boolean equals(Object number) {
            return Integer.valueOf(-1).equals(number);
        }

        @Override
        public int hashCode() {
            return -1;
        }
    }
}
