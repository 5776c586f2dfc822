package org.caravansms.smsc;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;

/** The message types of the HTTP API, and what each makes of {@code messagedata}. */
final class MessageTypes {

    private static final int CLASSES = 4;
    static final Map<String, Function<String, Payload>> TYPES = types();

    private MessageTypes() {}

    /** @throws RejectedMessageException when there is no such type, or the type cannot carry such data */
    static Payload payload(SmsMessage message) {
        Function<String, Payload> type = TYPES.get(message.type());
        if (type == null) {
            throw new RejectedMessageException(
                    Fault.UNSUPPORTED_MESSAGE_TYPE,
                    "messagetype is not supported. The types are SMS:TEXT, SMS:TEXT:GSM7BIT and SMS:TEXT:UCS2, each of"
                            + " them also with :CLASS0 to :CLASS3; SMS:BINARY, SMS:BINARY:XML, SMS:VCARD,"
                            + " SMS:VCALENDAR and SMS:WAPPUSH.");
        }
        return type.apply(message.text());
    }

    private static Map<String, Function<String, Payload>> types() {
        Map<String, Function<String, Payload>> types = new HashMap<>();
        putText(types, "SMS:TEXT", EncodedText::of);
        putText(types, "SMS:TEXT:GSM7BIT", EncodedText::gsm7);
        putText(types, "SMS:TEXT:UCS2", EncodedText::ucs2);
        types.put("SMS:BINARY", data -> Payload.of(Octets.ofHex("messagedata", data)));
        types.put("SMS:BINARY:XML", BinaryXml::payload);
        types.put("SMS:VCARD", data -> object(PortHeader.VCARD, data));
        types.put("SMS:VCALENDAR", data -> object(PortHeader.VCALENDAR, data));
        types.put("SMS:WAPPUSH", WapPush::payload);
        return types;
    }

    private static void putText(
            Map<String, Function<String, Payload>> types, String name, Function<String, EncodedText> encode) {
        Function<String, Payload> text = encode.andThen(Payload::of);
        types.put(name, text);
        for (int i = 0; i < CLASSES; i++) {
            int messageClass = i;
            types.put(name + ":CLASS" + i, text.andThen(payload -> payload.withClass(messageClass)));
        }
    }

    /** A versit object is 8-bit data; one with other characters than ASCII says CHARSET=UTF-8, vCard 2.1 section 2.1.6. */
    private static Payload object(PortHeader port, String text) {
        return Payload.withHeader(port.octets(), text.getBytes(StandardCharsets.UTF_8));
    }
}
