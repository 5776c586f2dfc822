package org.caravansms.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** PDUs octet by octet, as a client of the simulator writes them. */
public record WirePdu(int commandId, int sequence, byte[] body) {
    public static final int BIND_RECEIVER = 0x01;
    public static final int BIND_TRANSMITTER = 0x02;
    public static final int SUBMIT_SM = 0x04;
    public static final int DELIVER_SM = 0x05;
    public static final int UNBIND = 0x06;
    public static final int SUBMIT_MULTI = 0x21;
    public static final int BIND_TRANSCEIVER = 0x09;
    public static final int ENQUIRE_LINK = 0x15;

    public static WirePdu empty(int commandId, int sequence) {
        return new WirePdu(commandId, sequence, new byte[0]);
    }

    /** A bind of this kind, with sequence_number 1. */
    public static WirePdu bind(int commandId, String systemId, String password) {
        byte[] body =
                (systemId + "\0" + password + "\0" + "\0" + "\u0034\0\0" + "\0").getBytes(StandardCharsets.US_ASCII);
        return new WirePdu(commandId, 1, body);
    }

    public static WirePdu submitSm(int sequence, String text) {
        return submitSm(sequence, 0, 0, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** From 44777888 (ton 1, npi 1) to 06203105366 (ton 0, npi 1). */
    public static WirePdu submitSm(int sequence, int esmClass, int dataCoding, byte[] message) {
        return submitSm(sequence, "06203105366", esmClass, dataCoding, message);
    }

    /** From 44777888 (ton 1, npi 1) to another address (ton 0, npi 1). */
    public static WirePdu submitSmTo(String address, int sequence) {
        return submitSm(sequence, address, 0, 0, new byte[] {'x'});
    }

    /** From 44777888 to numbers (ton 0, npi 1), and to the distribution list {@code friends} where there is a 0. */
    public static WirePdu submitMulti(int sequence, int registeredDelivery, String... addresses) {
        HexFormat hex = HexFormat.of();
        StringBuilder body = new StringBuilder("00" + "0101" + hex("44777888\0"));
        body.append(hex.toHexDigits((byte) addresses.length));
        for (String address : addresses) {
            body.append(address.equals("0") ? "02" + hex("friends\0") : "010001" + hex(address + "\0"));
        }
        body.append("000000" + "00" + "00").append(hex.toHexDigits((byte) registeredDelivery));
        return new WirePdu(
                SUBMIT_MULTI,
                sequence,
                hex.parseHex(body.append("000000" + "05" + hex("multi")).toString()));
    }

    /** To this number, with a text in ASCII. */
    public static WirePdu submitSmTo(String address, int sequence, String text) {
        return submitSm(sequence, address, 0, 0, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static WirePdu submitSm(int sequence, String address, int esmClass, int dataCoding, byte[] message) {
        HexFormat hex = HexFormat.of();
        String addresses = "00" + "0101" + hex("44777888\0") + "0001" + hex(address + "\0");
        String flags = hex.toHexDigits((byte) esmClass) + "0000" + "00" + "00" + "0000";
        String sm = hex.toHexDigits((byte) dataCoding) + "00" + hex.toHexDigits((byte) message.length);
        return new WirePdu(SUBMIT_SM, sequence, hex.parseHex(addresses + flags + sm + hex.formatHex(message)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** This submit_sm with another registered_delivery; its text must be shorter than 100 octets. */
    public WirePdu asking(int registeredDelivery) {
        byte[] changed = body.clone();
        int length = changed.length - 1;
        while (changed[length] != changed.length - 1 - length) {
            length--;
        }
        changed[length - 4] = (byte) registeredDelivery;
        return new WirePdu(commandId, sequence, changed);
    }

    /** A response to what the simulator sent, with a NUL for its message_id. */
    public static byte[] response(WireResponse request, int status) {
        ByteBuffer pdu = ByteBuffer.allocate(17).putInt(17).putInt(request.commandId() | 0x80000000);
        return pdu.putInt(status).putInt(request.sequence()).array();
    }

    /** A generic_nack for what the simulator sent. */
    public static byte[] nack(WireResponse request, int status) {
        ByteBuffer pdu = ByteBuffer.allocate(16).putInt(16).putInt(0x80000000);
        return pdu.putInt(status).putInt(request.sequence()).array();
    }

    /** This PDU with more octets behind its body. */
    public WirePdu with(String hexOctets) {
        byte[] more = HexFormat.of().parseHex(hexOctets);
        ByteBuffer longer =
                ByteBuffer.allocate(body.length + more.length).put(body).put(more);
        return new WirePdu(commandId, sequence, longer.array());
    }

    /** This PDU without the last octets of its body. */
    public WirePdu without(int octets) {
        return new WirePdu(commandId, sequence, Arrays.copyOf(body, body.length - octets));
    }

    public byte[] bytes() {
        ByteBuffer pdu = ByteBuffer.allocate(16 + body.length);
        pdu.putInt(pdu.capacity()).putInt(commandId).putInt(0).putInt(sequence).put(body);
        return pdu.array();
    }
}
