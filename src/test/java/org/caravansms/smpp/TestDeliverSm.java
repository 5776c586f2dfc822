package org.caravansms.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.caravansms.message.SmscPdu;

/** Builds a deliver_sm or data_sm octet by octet, as an SMSC would, without any code of the gateway. */
final class TestDeliverSm {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.000001Z");

    private final ByteArrayOutputStream parameters = new ByteArrayOutputStream();
    private int command = 0x05;
    private int sourceTon = 1;
    private int esmClass;
    private int dataCoding;
    private byte[] text = new byte[0];

    /** The step of the route, as most tests have it. */
    static ReadDeliverSm step() {
        return step(new ReadReceipts(ZoneOffset.UTC, provider -> false));
    }

    static ReadDeliverSm step(ReadReceipts receipts) {
        return new ReadDeliverSm(receipts, new ReadInbound(provider -> Alphabet.GSM7));
    }

    static TestDeliverSm receipt() {
        return new TestDeliverSm().esmClass(0x04);
    }

    static TestDeliverSm message() {
        return new TestDeliverSm();
    }

    TestDeliverSm esmClass(int value) {
        esmClass = value;
        return this;
    }

    TestDeliverSm dataCoding(int value) {
        dataCoding = value;
        return this;
    }

    TestDeliverSm sourceTon(int value) {
        sourceTon = value;
        return this;
    }

    TestDeliverSm dataSm() {
        command = 0x103;
        return this;
    }

    TestDeliverSm text(String latin1) {
        return text(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    TestDeliverSm hex(String octets) {
        return text(HexFormat.of().parseHex(octets.replace(" ", "")));
    }

    TestDeliverSm text(byte[] octets) {
        text = octets;
        return this;
    }

    TestDeliverSm tlv(int tag, String hex) {
        byte[] value = HexFormat.of().parseHex(hex);
        parameters.writeBytes(ByteBuffer.allocate(4 + value.length)
                .putShort((short) tag)
                .putShort((short) value.length)
                .put(value)
                .array());
        return this;
    }

    TestDeliverSm id(String id) {
        return tlv(0x001E, HexFormat.of().formatHex((id + "\0").getBytes(StandardCharsets.ISO_8859_1)));
    }

    SmscPdu pdu() {
        return new SmscPdu("north", 2, NOW, octets());
    }

    byte[] octets() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        address(body, sourceTon, "36201234567");
        address(body, 3, "1234");
        body.write(esmClass);
        if (command == 0x05) {
            body.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, (byte) dataCoding, 0, (byte) text.length});
            body.writeBytes(text);
        } else {
            body.writeBytes(new byte[] {0, (byte) dataCoding});
        }
        body.writeBytes(parameters.toByteArray());
        return ByteBuffer.allocate(16 + body.size())
                .putInt(16 + body.size())
                .putInt(command)
                .putInt(0)
                .putInt(7)
                .put(body.toByteArray())
                .array();
    }

    private static void address(ByteArrayOutputStream body, int ton, String digits) {
        body.write(ton);
        body.write(1);
        body.writeBytes(digits.getBytes(StandardCharsets.ISO_8859_1));
        body.write(0);
    }
}
