package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a text, a number or a boolean, in the type that its JSON has. */
final class ScalarValue extends StdScalarDeserializer<Object> {

    ScalarValue() {
        super(Object.class);
    }

    @Override
    public Object deserialize(JsonParser from, DeserializationContext context) throws IOException {
        return switch (from.currentToken()) {
            case VALUE_STRING -> from.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> from.getNumberValue();
            case VALUE_TRUE, VALUE_FALSE -> from.getBooleanValue();
            default -> throw new WrongFieldException("is neither a string, a number nor a boolean");
        };
    }
}
