package org.caravansms.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * A submit_sm as a {@link Simulator} received it (SMPP 3.4 issue 1.2, section 4.4.1).
 * The arrays are not copied: do not change them.
 *
 * @param sequence the sequence_number
 * @param serviceType the service_type, at most 5 characters
 * @param source the source address
 * @param destination the destination address
 * @param esmClass the esm_class, 0 to 255
 * @param protocolId the protocol_id, 0 to 255
 * @param priority the priority_flag, 0 to 255
 * @param scheduleDeliveryTime the schedule_delivery_time; empty or 16 characters
 * @param validityPeriod the validity_period; empty or 16 characters
 * @param registeredDelivery the registered_delivery, 0 to 255
 * @param replaceIfPresent the replace_if_present_flag, 0 to 255
 * @param dataCoding the data_coding, 0 to 255
 * @param defaultMsgId the sm_default_msg_id, 0 to 255
 * @param shortMessage the short_message, at most 254 octets
 * @param tlvs the optional parameters: tag to value
 * @param raw the whole PDU, header included
 */
public record SubmitSm(
        int sequence,
        String serviceType,
        PduAddress source,
        PduAddress destination,
        int esmClass,
        int protocolId,
        int priority,
        String scheduleDeliveryTime,
        String validityPeriod,
        int registeredDelivery,
        int replaceIfPresent,
        int dataCoding,
        int defaultMsgId,
        byte[] shortMessage,
        Map<Integer, byte[]> tlvs,
        byte[] raw) {

    /** The tag of message_payload (section 5.3.2.32). */
    public static final int MESSAGE_PAYLOAD = 0x0424;

    private static final int UDHI = 0x40;

    // the arguments are evaluated from left to right, and the components have the order of the fields
    static SubmitSm parse(Pdu pdu) throws MalformedPdu {
        PduBodyReader reader = new PduBodyReader(pdu);
        return new SubmitSm(
                pdu.sequence(),
                reader.cString(CStringField.SERVICE_TYPE),
                reader.address(CStringField.SOURCE_ADDR),
                reader.address(CStringField.DESTINATION_ADDR),
                reader.octet(),
                reader.octet(),
                reader.octet(),
                reader.cString(CStringField.SCHEDULE_DELIVERY_TIME),
                reader.cString(CStringField.VALIDITY_PERIOD),
                reader.octet(),
                reader.octet(),
                reader.octet(),
                reader.octet(),
                reader.shortMessage(),
                reader.tlvs(),
                pdu.bytes());
    }

    /** The short_message, or the message_payload where the short_message is empty. */
    public byte[] userData() {
        return shortMessage.length == 0 ? tlvs.getOrDefault(MESSAGE_PAYLOAD, shortMessage) : shortMessage;
    }

    /**
     * The message for people to read, without a user data header (section 5.2.19; 3GPP TS 23.038, section 4):
     * data_coding 0 and 0x10 to 0x13 in the GSM default alphabet, 3 in Latin-1, 8 and 0x18 to 0x1B in UCS-2, all
     * others as hexadecimal digits. Octets that cannot be decoded become U+FFFD.
     */
    public String text() {
        return switch (dataCoding) {
            case 0x00, 0x10, 0x11, 0x12, 0x13 -> SimulatorGsmAlphabet.decode(message());
            case 0x03 -> new String(message(), StandardCharsets.ISO_8859_1);
            case 0x08, 0x18, 0x19, 0x1A, 0x1B -> new String(message(), StandardCharsets.UTF_16BE);
            default -> HexFormat.of().formatHex(message());
        };
    }

    /** The user data header with its length octet, as esm_class announces it; empty when there is none. */
    public byte[] header() {
        return Arrays.copyOf(userData(), headerLength());
    }

    private byte[] message() {
        byte[] data = userData();
        return Arrays.copyOfRange(data, headerLength(), data.length);
    }

    // a header that claims to be longer than the message is none
    private int headerLength() {
        byte[] data = userData();
        int header = (esmClass & UDHI) == 0 || data.length == 0 ? 0 : 1 + (data[0] & 0xFF);
        return header > data.length ? 0 : header;
    }
}
