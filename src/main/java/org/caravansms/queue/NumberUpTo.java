package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.caravansms.message.MessageOptions;

/** Reads a whole number from 0 on. */
abstract class NumberUpTo extends StdScalarDeserializer<Integer> {

    private final int most;

    private NumberUpTo(int most) {
        super(Integer.class);
        this.most = most;
    }

    /** Of JMS. */
    static final class Priority extends NumberUpTo {
        Priority() {
            super(MessageOptions.HIGHEST_PRIORITY);
        }
    }

    static final class Octet extends NumberUpTo {
        Octet() {
            super(0xFF);
        }
    }

    @Override
    public Integer deserialize(JsonParser from, DeserializationContext context) throws IOException {
        boolean isInt = from.hasToken(JsonToken.VALUE_NUMBER_INT) && from.getNumberType() == JsonParser.NumberType.INT;
        if (!isInt || from.getIntValue() < 0 || from.getIntValue() > most) {
            throw new WrongFieldException("is not 0 to " + most);
        }
        return from.getIntValue();
    }

    @Override
    public Integer getNullValue(DeserializationContext context) {
        throw new WrongFieldException("is not 0 to " + most);
    }

    @Override
    public Integer getAbsentValue(DeserializationContext context) {
        return null;
    }
}
