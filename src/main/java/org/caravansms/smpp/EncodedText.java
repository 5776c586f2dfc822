package org.caravansms.smpp;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/**
 * A text as short_message carries it, SMPP 3.4 section 5.2.22.
 *
 * @param alphabet its alphabet
 * @param octets its octets; not copied
 * @param header the user data header that names its national tables, or nothing
 */
public record EncodedText(Alphabet alphabet, byte[] octets, byte[] header) {

    private static final int CONCATENATION = 5;

    private static final Comparator<EncodedText> SHORTER =
            Comparator.comparingInt(EncodedText::parts).thenComparingInt(EncodedText::bits);

    EncodedText(Alphabet alphabet, byte[] octets) {
        this(alphabet, octets, new byte[0]);
    }

    /** GSM 7-bit where every character is in its alphabet, otherwise UCS-2. */
    public static EncodedText of(String text) {
        byte[] gsm = Alphabet.GSM7.encode(text);
        return gsm == null ? ucs2(text) : new EncodedText(Alphabet.GSM7, gsm);
    }

    /** The same, but with GSM characters for their look-alikes where that makes the whole text GSM. */
    static EncodedText transliterated(String text) {
        EncodedText exact = of(text);
        if (exact.alphabet == Alphabet.GSM7) {
            return exact;
        }
        byte[] gsm = Alphabet.GSM7.encode(Transliteration.replaced(text));
        return gsm == null ? exact : new EncodedText(Alphabet.GSM7, gsm);
    }

    /** The same text in GSM 7-bit with national tables where that is shorter: fewer parts, or fewer bits in as many. */
    EncodedText orNational(String text, List<NationalLanguage> languages) {
        if (alphabet == Alphabet.GSM7) {
            return this;
        }
        Stream<EncodedText> national = languages.stream()
                .flatMap(GsmAlphabet::of)
                .map(tables -> with(tables, text))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(this), national).min(SHORTER).orElseThrow();
    }

    private static EncodedText with(GsmAlphabet tables, String text) {
        byte[] septets = tables.encode(text);
        return septets == null ? null : new EncodedText(Alphabet.GSM7, septets, tables.header());
    }

    private int parts() {
        int part = alphabet.capacity(Math.max(1, header.length) + CONCATENATION);
        return octets.length <= alphabet.capacity(header.length) ? 1 : (octets.length + part - 1) / part;
    }

    private int bits() {
        return header.length * Byte.SIZE + octets.length * Math.min(alphabet.bits(), Byte.SIZE);
    }

    /** @throws RejectedMessageException naming the first character that the alphabet does not have */
    static EncodedText gsm7(String text) {
        return in(Alphabet.GSM7, text, "the GSM alphabet");
    }

    static EncodedText ucs2(String text) {
        return new EncodedText(Alphabet.UCS2, Alphabet.UCS2.encode(text));
    }

    /**
     * A text under a data_coding of the client, SMPP 3.4 section 5.2.19. Alphabets of eight bits count as octets, 140 a
     * message, though an SMSC may recode them.
     *
     * @throws RejectedMessageException when it has no alphabet for texts, or a character is not in the alphabet
     */
    static EncodedText under(byte dataCoding, String text) {
        Alphabet alphabet = Alphabet.ofSent(dataCoding);
        return switch (alphabet) {
            case GSM7 -> gsm7(text);
            case BINARY ->
                throw new RejectedMessageException(
                        Fault.INVALID_PARAMETER,
                        "data_coding " + Byte.toUnsignedInt(dataCoding)
                                + " is not one that a text can be sent in: 0 GSM, 1"
                                + " ASCII, 3 Latin-1, 6 Cyrillic, 7 Hebrew, 8 UCS-2, or GSM or UCS-2 with a class.");
            default -> in(alphabet, text, "data_coding " + dataCoding);
        };
    }

    private static EncodedText in(Alphabet alphabet, String text, String name) {
        byte[] octets = alphabet.encode(text);
        if (octets == null) {
            int index = firstForeign(alphabet, text);
            throw new RejectedMessageException(
                    Fault.INVALID_MESSAGE_DATA,
                    "messagedata has at position %d the character U+%04X, which %s does not have."
                            .formatted(text.codePointCount(0, index) + 1, text.codePointAt(index), name));
        }
        return new EncodedText(alphabet, octets);
    }

    private static int firstForeign(Alphabet alphabet, String text) {
        return IntStream.range(0, text.length())
                .filter(i -> alphabet.encode(text.substring(i, i + 1)) == null)
                .findFirst()
                .orElseThrow();
    }
}
