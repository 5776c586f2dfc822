package org.caravansms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.jsmpp.bean.DataCodings;

/** The message types of the HTTP API: each reads {@code messagedata} in its own way. */
final class MessageTypes {

    private static final int CLASSES = 4;
    private static final int HAS_CLASS = 0x10;
    /** WAP-259-WDP, appendix B. */
    private static final int VCARD_PORT = 9204;

    private static final int VCALENDAR_PORT = 9205;
    private static final int UDHI = 0x40;
    static final Map<String, MessageType> TYPES = types();

    private MessageTypes() {}

    /** @throws RejectedMessageException when there is no such type, or the type cannot carry such data */
    static Payload payload(SmsMessage message, Profile profile) {
        Map<SmppField, Integer> asked = message.options().smpp();
        Integer dataCoding = asked.get(SmppField.DATA_CODING);
        Byte carried = dataCoding == null ? null : requireCarried(dataCoding);
        boolean withHeader = (asked.getOrDefault(SmppField.ESM_CLASS, 0) & UDHI) != 0;
        return type(message.type()).payload(message.text(), profile, carried, withHeader);
    }

    /** @return whether jSMPP sends it as it is: it drops the bits that 3GPP TS 23.038 reserves */
    static boolean isCarried(byte dataCoding) {
        return DataCodings.newInstance(dataCoding).toByte() == dataCoding;
    }

    private static byte requireCarried(int dataCoding) {
        if (!isCarried((byte) dataCoding)) {
            throw new RejectedMessageException(
                    Fault.INVALID_PARAMETER, "data_coding " + dataCoding + " has a reserved bit, 3GPP TS 23.038.");
        }
        return (byte) dataCoding;
    }

    private static MessageType type(String name) {
        MessageType type = TYPES.get(name);
        if (type == null) {
            throw new RejectedMessageException(
                    Fault.UNSUPPORTED_MESSAGE_TYPE,
                    "messagetype is not supported. The types are SMS:TEXT, SMS:TEXT:GSM7BIT and SMS:TEXT:UCS2, each of"
                            + " them also with :CLASS0 to :CLASS3; SMS:BINARY, SMS:BINARY:XML, SMS:VCARD,"
                            + " SMS:VCALENDAR and SMS:WAPPUSH.");
        }
        return type;
    }

    private static Map<String, MessageType> types() {
        Map<String, MessageType> types = new HashMap<>();
        putText(types, "SMS:TEXT", MessageTypes::automatic);
        putText(types, "SMS:TEXT:GSM7BIT", (text, profile) -> EncodedText.gsm7(text));
        putText(types, "SMS:TEXT:UCS2", (text, profile) -> EncodedText.ucs2(text));
        types.put("SMS:BINARY", MessageType.ofData(MessageTypes::binary));
        types.put("SMS:BINARY:XML", MessageType.ofData(BinaryXml::payload));
        types.put("SMS:VCARD", MessageType.ofData(data -> object(VCARD_PORT, data)));
        types.put("SMS:VCALENDAR", MessageType.ofData(data -> object(VCALENDAR_PORT, data)));
        types.put("SMS:WAPPUSH", MessageType.ofData(WapPush::payload));
        return types;
    }

    private static Payload binary(String data) {
        return Payload.withHeader(new byte[0], MessageData.octets("messagedata", data));
    }

    private static EncodedText automatic(String text, Profile profile) {
        EncodedText usual = profile.transliterate() ? EncodedText.transliterated(text) : EncodedText.of(text);
        return profile.nationalTables().isEmpty() ? usual : usual.orNational(text, profile.nationalTables());
    }

    private static void putText(
            Map<String, MessageType> types, String name, BiFunction<String, Profile, EncodedText> alphabet) {
        types.put(name, MessageType.ofText(alphabet, 0));
        for (int i = 0; i < CLASSES; i++) {
            types.put(name + ":CLASS" + i, MessageType.ofText(alphabet, HAS_CLASS | i));
        }
    }

    /**
     * A versit object is 8-bit data; one with other characters than ASCII says CHARSET=UTF-8, vCard 2.1 section 2.1.6.
     */
    private static Payload object(int port, String text) {
        return Payload.withHeader(UserDataHeader.ports(port, 0), text.getBytes(StandardCharsets.UTF_8));
    }
}
