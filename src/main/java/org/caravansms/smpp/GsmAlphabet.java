package org.caravansms.smpp;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The GSM alphabet of one message, one septet an octet, 3GPP TS 23.038 section 6.2.1.2: the default alphabet and its
 * extension table, or a language's table in place of either, as the message's user data header says.
 *
 * @param locking the language of the table in place of the default alphabet, or null
 * @param single the language of the table in place of the extension table, or null
 */
public record GsmAlphabet(NationalLanguage locking, NationalLanguage single) {

    /** Without a language's table. */
    public static final GsmAlphabet DEFAULT = new GsmAlphabet(null, null);

    private static final byte SINGLE_SHIFT = 0x24;
    private static final byte LOCKING_SHIFT = 0x25;
    private static final char UNKNOWN = '\uFFFD';

    /** @return the alphabets that a text of this language can be written in */
    public static Stream<GsmAlphabet> of(NationalLanguage language) {
        GsmAlphabet single = new GsmAlphabet(null, language);
        return language.locking == null
                ? Stream.of(single)
                : Stream.of(single, new GsmAlphabet(language, null), new GsmAlphabet(language, language));
    }

    /**
     * @param header a user data header with its length octet, 3GPP TS 23.040 section 9.2.3.24, or nothing
     * @return what it says; a language that there is not is none
     */
    public static GsmAlphabet of(byte[] header) {
        NationalLanguage locking = null;
        NationalLanguage single = null;
        for (int at = 1; at + 2 < header.length; at += 2 + Byte.toUnsignedInt(header[at + 1])) {
            if (header[at] == LOCKING_SHIFT) {
                locking = NationalLanguage.of(header[at + 2]);
            } else if (header[at] == SINGLE_SHIFT) {
                single = NationalLanguage.of(header[at + 2]);
            }
        }
        return new GsmAlphabet(locking, single);
    }

    public boolean isNational() {
        return locking != null || single != null;
    }

    /** @return the user data header that says so, with its length octet */
    public byte[] header() {
        byte[] elements = Payload.join(element(SINGLE_SHIFT, single), element(LOCKING_SHIFT, locking));
        return Payload.join(new byte[] {(byte) elements.length}, elements);
    }

    private static byte[] element(byte identifier, NationalLanguage language) {
        return language == null ? new byte[0] : new byte[] {identifier, 1, language.identifier()};
    }

    /** @return one octet a septet, or null when a character is not in the alphabet */
    public byte[] encode(String text) {
        SeptetTable main = main();
        byte[] septets = new byte[2 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            byte septet = main.septet(text.charAt(i));
            if (septet < 0) {
                septet = extension().septet(text.charAt(i));
                septets[length++] = SeptetTable.ESCAPE;
            }
            if (septet < 0) {
                return null;
            }
            septets[length++] = septet;
        }
        return Arrays.copyOf(septets, length);
    }

    /** What follows an escape and is not in the extension table is the character of the main one, section 6.2.1.1. */
    public String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int i = 0; i < septets.length; i++) {
            if (septets[i] != SeptetTable.ESCAPE) {
                text.append(main().has(septets[i]) ? main().get(septets[i]) : UNKNOWN);
            } else if (i + 1 < septets.length && extension().has(septets[i + 1])) {
                text.append(extension().get(septets[++i]));
            }
        }
        return text.toString();
    }

    private SeptetTable main() {
        return locking == null ? SeptetTable.DEFAULT : locking.locking;
    }

    private SeptetTable extension() {
        return single == null ? SeptetTable.EXTENSION : single.single;
    }
}
