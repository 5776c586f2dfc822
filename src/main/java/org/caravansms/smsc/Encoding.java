package org.caravansms.smsc;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.charset.GSMCharset;
import java.nio.charset.StandardCharsets;

/**
 * The alphabets of a text and the octets that carry it, 3GPP TS 23.038 section 6.2.1 and SMPP 3.4 section 5.2.19.
 * GSM 7-bit travels unpacked in SMPP, one septet an octet.
 */
public enum Encoding {
    /** data_coding 0, 160 septets a message; the extension table's characters take two. */
    GSM7(0x00, 160) {
        @Override
        public byte[] encode(String text) {
            return CharsetUtil.encode(text, CharsetUtil.CHARSET_GSM);
        }
    },
    /** data_coding 8, big-endian, 70 code units of two octets a message. */
    UCS2(0x08, 140) {
        @Override
        public byte[] encode(String text) {
            return text.getBytes(StandardCharsets.UTF_16BE);
        }
    };

    private final byte dataCoding;
    private final int onePart;

    Encoding(int dataCoding, int onePart) {
        this.dataCoding = (byte) dataCoding;
        this.onePart = onePart;
    }

    /** GSM 7-bit where every character is in its alphabet, otherwise UCS-2. */
    public static Encoding of(String text) {
        return GSMCharset.canRepresent(text) ? GSM7 : UCS2;
    }

    public abstract byte[] encode(String text);

    public byte dataCoding() {
        return dataCoding;
    }

    /** @return the octets that fit a message of one part, user data header excluded */
    public int onePart() {
        return onePart;
    }
}
