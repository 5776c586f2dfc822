package org.caravansms.smsc;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.smpp.GsmAlphabet;
import org.caravansms.smpp.NationalLanguage;

/**
 * A text as short_message carries it, SMPP 3.4 section 5.2.22.
 *
 * @param encoding its alphabet
 * @param octets its octets; not copied
 * @param header the user data header that names its national tables, or nothing
 */
public record EncodedText(Encoding encoding, byte[] octets, byte[] header) {

    private static final Map<Byte, Charset> CHARSETS = Map.of(
            (byte) 1,
            StandardCharsets.US_ASCII,
            (byte) 3,
            StandardCharsets.ISO_8859_1,
            (byte) 6,
            Charset.forName("ISO-8859-5"),
            (byte) 7,
            Charset.forName("ISO-8859-8"));

    private static final int CONCATENATION = 5;

    private static final Comparator<EncodedText> SHORTER =
            Comparator.comparingInt(EncodedText::parts).thenComparingInt(EncodedText::bits);

    EncodedText(Encoding encoding, byte[] octets) {
        this(encoding, octets, new byte[0]);
    }

    /** GSM 7-bit where every character is in its alphabet, otherwise UCS-2. */
    public static EncodedText of(String text) {
        byte[] gsm = Gsm0338.encode(text);
        return gsm == null ? ucs2(text) : new EncodedText(Encoding.GSM7, gsm);
    }

    /** The same, but a text that look-alikes make one of GSM characters is sent with those. */
    static EncodedText transliterated(String text) {
        EncodedText exact = of(text);
        if (exact.encoding == Encoding.GSM7) {
            return exact;
        }
        byte[] gsm = Gsm0338.encode(LookAlikes.replaced(text));
        return gsm == null ? exact : new EncodedText(Encoding.GSM7, gsm);
    }

    /**
     * The same text in GSM 7-bit with the national tables of one of the languages, where it gets shorter so: fewer parts,
     * or fewer bits in as many.
     */
    EncodedText orNational(String text, List<NationalLanguage> languages) {
        if (encoding == Encoding.GSM7) {
            return this;
        }
        Stream<EncodedText> national = languages.stream()
                .flatMap(GsmAlphabet::of)
                .map(alphabet -> in(alphabet, text))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(this), national).min(SHORTER).orElseThrow();
    }

    private static EncodedText in(GsmAlphabet alphabet, String text) {
        byte[] septets = alphabet.encode(text);
        return septets == null ? null : new EncodedText(Encoding.GSM7, septets, alphabet.header());
    }

    private int parts() {
        int part = encoding.capacity(Math.max(1, header.length) + CONCATENATION);
        return octets.length <= encoding.capacity(header.length) ? 1 : (octets.length + part - 1) / part;
    }

    private int bits() {
        return header.length * Byte.SIZE + octets.length * (encoding == Encoding.GSM7 ? 7 : Byte.SIZE);
    }

    /** @throws RejectedMessageException naming the first character that the alphabet does not have */
    static EncodedText gsm7(String text) {
        byte[] gsm = Gsm0338.encode(text);
        if (gsm == null) {
            throw foreign(text, Gsm0338.firstForeign(text), "the GSM alphabet");
        }
        return new EncodedText(Encoding.GSM7, gsm);
    }

    static EncodedText ucs2(String text) {
        return new EncodedText(Encoding.UCS2, text.getBytes(StandardCharsets.UTF_16BE));
    }

    /**
     * A text under a data_coding that its client set, SMPP 3.4 section 5.2.19. The alphabets of eight bits count as
     * octets, 140 a message: what an SMSC turns them into is its own affair.
     *
     * @throws RejectedMessageException when it stands for no alphabet that a text can be written in, or for one that a
     *     character is not in
     */
    static EncodedText under(byte dataCoding, String text) {
        return switch (DataCoding.encoding(dataCoding)) {
            case GSM7 -> gsm7(text);
            case UCS2 -> ucs2(text);
            case OCTETS -> in(dataCoding, text);
        };
    }

    private static EncodedText in(byte dataCoding, String text) {
        Charset charset = CHARSETS.get(dataCoding);
        if (charset == null) {
            throw new RejectedMessageException(
                    Fault.INVALID_PARAMETER,
                    "data_coding " + Byte.toUnsignedInt(dataCoding) + " is not one that a text can be sent in: 0 GSM, 1"
                            + " ASCII, 3 Latin-1, 6 Cyrillic, 7 Hebrew, 8 UCS-2, or GSM or UCS-2 with a class.");
        }
        int foreign = firstForeign(charset, text);
        if (foreign >= 0) {
            throw foreign(text, foreign, "data_coding " + dataCoding);
        }
        return new EncodedText(Encoding.OCTETS, text.getBytes(charset));
    }

    private static int firstForeign(Charset charset, String text) {
        CharsetEncoder encoder = charset.newEncoder();
        return IntStream.range(0, text.length())
                .filter(i -> !encoder.canEncode(text.charAt(i)))
                .findFirst()
                .orElse(-1);
    }

    private static RejectedMessageException foreign(String text, int index, String alphabet) {
        return new RejectedMessageException(
                Fault.INVALID_MESSAGE_DATA,
                "messagedata has at position %d the character U+%04X, which %s does not have."
                        .formatted(text.codePointCount(0, index) + 1, text.codePointAt(index), alphabet));
    }
}
