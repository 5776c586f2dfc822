package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmsMessage;

/** Reads the subject of an event. It may be missing, but it is never null. */
abstract class SubjectOfEvent<T extends Event.Subject> extends StdDeserializer<T> {

    private final Class<T> kind;

    private SubjectOfEvent(Class<T> kind) {
        super(kind);
        this.kind = kind;
    }

    /** A message has a version of its own. */
    static final class Message extends SubjectOfEvent<SmsMessage> {
        Message() {
            super(SmsMessage.class);
        }

        @Override
        public SmsMessage deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return MessageJson.read(from);
        }
    }

    static final class OfReceipt extends SubjectOfEvent<Receipt> {
        OfReceipt() {
            super(Receipt.class);
        }
    }

    static final class Part extends SubjectOfEvent<InboundPart> {
        Part() {
            super(InboundPart.class);
        }
    }

    static final class Inbound extends SubjectOfEvent<InboundMessage> {
        Inbound() {
            super(InboundMessage.class);
        }
    }

    @Override
    public T deserialize(JsonParser from, DeserializationContext context) throws IOException {
        return context.readValue(from, kind);
    }

    @Override
    public T getNullValue(DeserializationContext context) {
        throw new WrongFieldException("is null in place of an object");
    }

    @Override
    public T getAbsentValue(DeserializationContext context) {
        return null;
    }
}
