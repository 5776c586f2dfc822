package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.caravansms.message.Ports;

/**
 * The fields of a deliver_sm, SMPP 3.4 section 4.6.1, or of a data_sm, section 4.7.1. The missing fields of a truncated
 * PDU are empty.
 *
 * @param sourceTon the type of the source's number
 * @param source source_addr
 * @param destination destination_addr
 * @param esmClass what kind of message it is
 * @param dataCoding the alphabet of the text
 * @param text short_message, or message_payload where that is empty
 * @param parameters the optional ones by their tags
 * @param isWhole whether all fields and parameters were there
 * @param isReadable whether all fields and the text were there
 */
record DeliverSm(
        int sourceTon,
        String source,
        String destination,
        int esmClass,
        int dataCoding,
        byte[] text,
        Map<Integer, byte[]> parameters,
        boolean isWhole,
        boolean isReadable) {

    private static final int HEADER = 16;
    private static final int DATA_SM = 0x103;
    private static final int UDH_INDICATOR = 0x40;
    private static final int MESSAGE_TYPE = 0x3C;
    private static final int INTERMEDIATE_NOTIFICATION = 0x20;

    static DeliverSm read(byte[] pdu) {
        PduInput in = new PduInput(pdu, HEADER);
        boolean isDataSm = pdu.length >= HEADER && ByteBuffer.wrap(pdu).getInt(4) == DATA_SM;
        in.cString();
        int ton = in.octet();
        in.octet();
        String source = in.cString();
        in.octets(2);
        String destination = in.cString();
        int esmClass = in.octet();
        if (isDataSm) {
            in.octet();
            return of(ton, source, destination, esmClass, in.octet(), new byte[0], in);
        }
        in.octets(2);
        in.cString();
        in.cString();
        in.octets(2);
        int dataCoding = in.octet();
        in.octet();
        return of(ton, source, destination, esmClass, dataCoding, in.octets(in.octet()), in);
    }

    private static DeliverSm of(
            int ton, String source, String destination, int esmClass, int dataCoding, byte[] text, PduInput in) {
        boolean hasFields = in.isWhole();
        Map<Integer, byte[]> parameters = in.parameters();
        byte[] payload = parameters.get(Tag.MESSAGE_PAYLOAD);
        boolean isPayload = text.length == 0 && payload != null;
        return new DeliverSm(
                ton,
                source,
                destination,
                esmClass,
                dataCoding,
                isPayload ? payload : text,
                parameters,
                in.isWhole(),
                hasFields && !(isPayload && in.cutTag() == Tag.MESSAGE_PAYLOAD));
    }

    /** @return the user data header with its length octet, 3GPP TS 23.040 section 9.2.3.24, or nothing */
    byte[] header() {
        return Arrays.copyOf(text, headerLength());
    }

    /** @return what follows the header */
    byte[] body() {
        return Arrays.copyOfRange(text, headerLength(), text.length);
    }

    private int headerLength() {
        boolean announced = (esmClass & UDH_INDICATOR) != 0 && text.length > 0;
        return announced && (text[0] & 0xFF) < text.length ? 1 + (text[0] & 0xFF) : 0;
    }

    /** @return those of its header, or else those of its parameters, SMPP 3.4 sections 5.3.2.20 and 21 */
    Ports ports() {
        byte[] narrow = UserDataHeader.element(header(), UserDataHeader.PORTS, 2);
        byte[] wide = UserDataHeader.element(header(), UserDataHeader.PORTS_16_BIT, 4);
        if (wide != null) {
            ByteBuffer ports = ByteBuffer.wrap(wide);
            return new Ports(ports.getChar(2), ports.getChar(0));
        }
        return narrow != null
                ? new Ports(narrow[1] & 0xFF, narrow[0] & 0xFF)
                : new Ports(number(Tag.SOURCE_PORT), number(Tag.DESTINATION_PORT));
    }

    /** Whether it is an intermediate notification, SMPP 3.4 section 2.11: not the final receipt. */
    boolean isNotification() {
        return (esmClass & MESSAGE_TYPE) == INTERMEDIATE_NOTIFICATION;
    }

    boolean has(int tag) {
        return parameters.containsKey(tag);
    }

    /** @return a parameter that is text, up to the octet zero if it has one; empty when there is none */
    String string(int tag) {
        return new PduInput(parameters.getOrDefault(tag, new byte[0]), 0).cString();
    }

    /** @return a parameter that is a number, -1 when there is none */
    int number(int tag) {
        byte[] value = parameters.get(tag);
        if (value == null || value.length == 0 || value.length > 2) {
            return -1;
        }
        return value.length == 1 ? value[0] & 0xFF : (value[0] & 0xFF) << Byte.SIZE | value[1] & 0xFF;
    }
}
