package org.caravansms.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes PDUs of either side by the fields of their {@link PduType}. */
public final class WriteSmppPdu {

    private static final int SME = 1;
    private static final int DISTRIBUTION_LIST = 2;

    private WriteSmppPdu() {}

    /** @return its octets, the header included */
    public static byte[] octets(SmppPdu pdu) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        // the body of a refusal is left out, sections 4.1 to 4.5
        if (pdu.status() == 0 || !pdu.fields().isEmpty()) {
            pdu.type().fields().forEach(field -> write(field, pdu.get(field), body));
        }
        pdu.tlvs().forEach((tag, value) -> write(tag, value, body));
        int length = ReadSmppPdu.HEADER + body.size();
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(pdu.type().id())
                .putInt(pdu.status())
                .putInt(pdu.sequence())
                .put(body.toByteArray())
                .array();
    }

    private static void write(PduField field, Object value, ByteArrayOutputStream to) {
        switch (field.kind) {
            case TEXT -> text((String) value, to);
            case OCTET -> to.write((Integer) value);
            case MESSAGE -> {
                to.write(((byte[]) value).length);
                to.writeBytes((byte[]) value);
            }
            case DESTINATIONS, FAILURES -> addressees((List<?>) value, field.kind, to);
        }
    }

    private static void addressees(List<?> addressees, PduField.Kind kind, ByteArrayOutputStream to) {
        to.write(addressees.size());
        for (Object each : addressees) {
            PduAddressee addressee = (PduAddressee) each;
            if (kind == PduField.Kind.FAILURES) {
                address(addressee.address(), to);
                to.writeBytes(ByteBuffer.allocate(4).putInt(addressee.status()).array());
            } else if (addressee.address() != null) {
                to.write(SME);
                address(addressee.address(), to);
            } else {
                to.write(DISTRIBUTION_LIST);
                text(addressee.distributionList(), to);
            }
        }
    }

    private static void address(Address address, ByteArrayOutputStream to) {
        to.write(address.ton());
        to.write(address.npi());
        text(address.digits(), to);
    }

    private static void text(String text, ByteArrayOutputStream to) {
        to.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        to.write(0);
    }

    private static void write(int tag, byte[] value, ByteArrayOutputStream to) {
        to.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) tag)
                .putShort((short) value.length)
                .array());
        to.writeBytes(value);
    }
}
