package org.caravansms.receipts;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.io.ByteArrayOutputStream;

/** The GSM default alphabet and its extension table, 3GPP TS 23.038 section 6.2.1, one septet an octet. */
final class Gsm7 {

    private static final int ESCAPE = 0x1B;
    private static final char NONE = 0;

    private Gsm7() {}

    /** What follows an escape and is not in the extension table is the character of the default alphabet. */
    static String decode(byte[] octets) {
        String text = library(octets);
        return text.indexOf(NONE) < 0 ? text : library(withoutVainEscapes(octets));
    }

    private static byte[] withoutVainEscapes(byte[] octets) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == ESCAPE && i + 1 < octets.length && isExtension(octets[i + 1])) {
                kept.write(octets[i++]);
                kept.write(octets[i]);
            } else if (octets[i] != ESCAPE) {
                kept.write(octets[i]);
            }
        }
        return kept.toByteArray();
    }

    private static boolean isExtension(byte octet) {
        return library(new byte[] {ESCAPE, octet}).indexOf(NONE) < 0 && octet != ESCAPE;
    }

    private static String library(byte[] octets) {
        return CharsetUtil.decode(octets, CharsetUtil.CHARSET_GSM);
    }
}
