package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The alphabet of a message by its data_coding, and how many octets of it a message holds: SMPP 3.4 section 5.2.19,
 * 3GPP TS 23.038 section 4 for message classes, 3GPP TS 23.040 section 9.2.3.24.
 */
public enum Alphabet {
    /** 160 septets a message, each in an octet; the extension table's characters take two. */
    GSM7(0x00, null),
    ASCII(0x01, StandardCharsets.US_ASCII),
    LATIN1(0x03, StandardCharsets.ISO_8859_1),
    /** 140 octets that are no text. */
    BINARY(0x04, null),
    CYRILLIC(0x06, Charset.forName("ISO-8859-5")),
    HEBREW(0x07, Charset.forName("ISO-8859-8")),
    /** 70 code units of two octets a message. */
    UCS2(0x08, StandardCharsets.UTF_16BE),
    /** Without a data_coding: some SMSCs send it as 0. */
    UTF8(-1, StandardCharsets.UTF_8);

    private static final int USER_DATA_BITS = 140 * Byte.SIZE;
    private static final int CLASSES = 0x10;
    private static final int COMPRESSED = 0x20;
    private static final int RESERVED = 0x80;
    private static final int MESSAGE_WAITING = 0xC0;
    private static final int MESSAGE_WAITING_UCS2 = 0xE0;
    private static final int CODED_WITH_CLASS = 0xF0;

    private final byte dataCoding;
    private final Charset charset;

    Alphabet(int dataCoding, Charset charset) {
        this.dataCoding = (byte) dataCoding;
        this.charset = charset;
    }

    /** @param usual the alphabet of data_coding 0 at the SMSC */
    static Alphabet of(int dataCoding, Alphabet usual) {
        if (dataCoding < CLASSES) {
            return dataCoding == 0 ? usual : ofStandard(dataCoding);
        } else if (dataCoding >= CODED_WITH_CLASS) {
            return (dataCoding & 0x04) == 0 ? GSM7 : BINARY;
        } else if (dataCoding >= MESSAGE_WAITING) {
            return dataCoding >= MESSAGE_WAITING_UCS2 ? UCS2 : GSM7;
        } else if (dataCoding < RESERVED && (dataCoding & COMPRESSED) != 0) {
            return BINARY;
        }
        return switch (dataCoding >> 2 & 3) {
            case 0 -> GSM7;
            case 2 -> UCS2;
            default -> BINARY;
        };
    }

    /** The alphabet of a data_coding that a client chose; one of a reserved group is binary. */
    static Alphabet ofSent(byte dataCoding) {
        int unsigned = Byte.toUnsignedInt(dataCoding);
        return unsigned >= RESERVED && unsigned < MESSAGE_WAITING ? BINARY : of(unsigned, GSM7);
    }

    private static Alphabet ofStandard(int dataCoding) {
        return Arrays.stream(values())
                .filter(alphabet -> alphabet.dataCoding == dataCoding)
                .findFirst()
                .orElse(BINARY);
    }

    /** @return {@code GSM7}, {@code UCS2} or {@code 8BIT} */
    public String label() {
        return this == GSM7 || this == UCS2 ? name() : "8BIT";
    }

    /** @return the data_coding of a message without a class */
    byte dataCoding() {
        return dataCoding;
    }

    /** @return the bits of a character, or of half a character where it takes two */
    int bits() {
        return switch (this) {
            case GSM7 -> 7;
            case UCS2 -> Character.SIZE;
            default -> Byte.SIZE;
        };
    }

    /**
     * @param header the octets of the user data header with its length octet, or 0
     * @return the octets of short_message that fit one message after that header, less than 0 when the header does not
     */
    int capacity(int header) {
        int units = Math.floorDiv(USER_DATA_BITS - header * Byte.SIZE, bits());
        return this == UCS2 ? 2 * units : units;
    }

    /** @return null when a character is not in the alphabet */
    byte[] encode(String text) {
        if (this == GSM7) {
            return GsmAlphabet.DEFAULT.encode(text);
        }
        return this == UCS2 || charset.newEncoder().canEncode(text) ? text.getBytes(charset) : null;
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

    /** @return the text, or hexadecimal digits of binary data; without the character zero, which databases refuse */
    String decode(byte[] octets) {
        return characters(octets).replace("\0", "");
    }

    private String characters(byte[] octets) {
        return switch (this) {
            case GSM7 -> isOfSevenBits(octets) ? GsmAlphabet.DEFAULT.decode(octets) : ofEightBits(octets);
            case ASCII -> ofEightBits(octets);
            case BINARY -> HexFormat.of().formatHex(octets);
            default -> new String(octets, charset);
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

    /**
     * Neither GSM 03.38 nor ASCII has octets above 0x7F. Latin-1 that is valid UTF-8 by chance is hardly ever a text.
     */
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
