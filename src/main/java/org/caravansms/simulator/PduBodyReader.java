package org.caravansms.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the body of a PDU, one field after another (SMPP 3.4 issue 1.2, section 3.1). */
final class PduBodyReader {
    private static final int MAX_SHORT_MESSAGE = 254;

    private final byte[] bytes;
    private int position = Pdu.HEADER_LENGTH;

    PduBodyReader(Pdu pdu) {
        this.bytes = pdu.bytes();
    }

    /** A one-octet integer. */
    int octet() throws MalformedPdu {
        require(1);
        return bytes[position++] & 0xFF;
    }

    /** A C-octet string without its NUL. */
    String cString(CStringField field) throws MalformedPdu {
        int end = nul();
        if (!field.isValid(end + 1 - position)) {
            throw new MalformedPdu(field.commandStatus);
        }
        String text = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1);
        position = end + 1;
        return text;
    }

    private int nul() throws MalformedPdu {
        for (int i = position; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        throw new MalformedPdu(CommandStatus.ESME_RINVCMDLEN);
    }

    /** ton, npi and address. */
    PduAddress address(CStringField field) throws MalformedPdu {
        return new PduAddress(octet(), octet(), cString(field));
    }

    /** sm_length and short_message. */
    byte[] shortMessage() throws MalformedPdu {
        int length = octet();
        if (length > MAX_SHORT_MESSAGE) {
            throw new MalformedPdu(CommandStatus.ESME_RINVMSGLEN);
        }
        return octets(length);
    }

    /** The optional parameters up to the end of the PDU, by tag. */
    Map<Integer, byte[]> tlvs() throws MalformedPdu {
        if (position == bytes.length) {
            return Map.of();
        }
        Map<Integer, byte[]> tlvs = new LinkedHashMap<>();
        while (position < bytes.length) {
            tlvs.put(twoOctets(), octets(twoOctets()));
        }
        return tlvs;
    }

    private int twoOctets() throws MalformedPdu {
        return octet() << 8 | octet();
    }

    private byte[] octets(int count) throws MalformedPdu {
        require(count);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    private void require(int count) throws MalformedPdu {
        if (bytes.length - position < count) {
            throw new MalformedPdu(CommandStatus.ESME_RINVCMDLEN);
        }
    }
}
