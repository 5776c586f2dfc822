package org.caravansms.receipts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.caravansms.smpp.GsmAlphabet;

/** What the octets of a text are, by data_coding: SMPP 3.4 section 5.2.19, and 3GPP TS 23.038 section 4 for what has a class. */
public enum Alphabet {
    GSM7,
    ASCII,
    LATIN1,
    UTF8,
    CYRILLIC,
    HEBREW,
    UCS2,
    BINARY;

    private static final int CLASSES = 0x10;
    private static final int COMPRESSED = 0x20;
    private static final int MESSAGE_WAITING = 0xC0;
    private static final int MESSAGE_WAITING_UCS2 = 0xE0;
    private static final int CODED_WITH_CLASS = 0xF0;

    /** @param usual what data_coding 0 is at the SMSC */
    static Alphabet of(int dataCoding, Alphabet usual) {
        if (dataCoding < CLASSES) {
            return ofStandard(dataCoding, usual);
        } else if (dataCoding >= CODED_WITH_CLASS) {
            return (dataCoding & 0x04) == 0 ? GSM7 : BINARY;
        } else if (dataCoding >= MESSAGE_WAITING) {
            return dataCoding >= MESSAGE_WAITING_UCS2 ? UCS2 : GSM7;
        } else if (dataCoding < 0x80 && (dataCoding & COMPRESSED) != 0) {
            return BINARY;
        }
        return switch (dataCoding >> 2 & 3) {
            case 0 -> GSM7;
            case 2 -> UCS2;
            default -> BINARY;
        };
    }

    private static Alphabet ofStandard(int dataCoding, Alphabet usual) {
        return switch (dataCoding) {
            case 0 -> usual;
            case 1 -> ASCII;
            case 3 -> LATIN1;
            case 6 -> CYRILLIC;
            case 7 -> HEBREW;
            case 8 -> UCS2;
            default -> BINARY;
        };
    }

    /** @return the name of GSM 7-bit with national tables: the header that names these is behind a slash */
    static String national(GsmAlphabet alphabet) {
        return GSM7 + "/" + HexFormat.of().formatHex(alphabet.header());
    }

    /** @param name as {@link #name()} or {@link #national} has it, and so the event of a part */
    public static String decode(String name, byte[] octets) {
        int tables = name.indexOf('/') + 1;
        return tables == 0
                ? valueOf(name).decode(octets)
                : GsmAlphabet.of(HexFormat.of().parseHex(name.substring(tables)))
                        .decode(octets);
    }

    /** @return the text, or hexadecimal digits of what is none; the character zero is left out, which databases refuse */
    String decode(byte[] octets) {
        return characters(octets).replace("\0", "");
    }

    private String characters(byte[] octets) {
        return switch (this) {
            case GSM7 -> isOfSevenBits(octets) ? Gsm7.decode(octets) : ofEightBits(octets);
            case ASCII -> ofEightBits(octets);
            case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
            case UTF8 -> new String(octets, StandardCharsets.UTF_8);
            case CYRILLIC -> new String(octets, Charset.forName("ISO-8859-5"));
            case HEBREW -> new String(octets, Charset.forName("ISO-8859-8"));
            case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
            case BINARY -> HexFormat.of().formatHex(octets);
        };
    }

    private static boolean isOfSevenBits(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    /** Neither GSM 03.38 nor ASCII has octets above 0x7F. Latin-1 that is valid UTF-8 by chance is hardly ever a text. */
    private static String ofEightBits(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }
}
