package org.caravansms.smpp;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/** A message type of the HTTP API: turns {@code messagedata} into a payload. */
@FunctionalInterface
interface MessageType {

    /**
     * @param dataCoding the data_coding of the client, or null
     * @param withHeader whether the data begin with a user data header, by the client's esm_class
     */
    Payload payload(String data, Profile profile, Byte dataCoding, boolean withHeader);

    /**
     * Data of eight bits.
     *
     * @param read decodes them
     */
    static MessageType ofData(Function<String, Payload> read) {
        return (data, profile, dataCoding, withHeader) -> {
            Payload payload = read.apply(data);
            Payload coded = dataCoding == null ? payload : payload.withDataCoding(dataCoding);
            return withHeader && !coded.hasHeader() ? coded.withHeaderFromOctets() : coded;
        };
    }

    /**
     * A text, in the alphabet of the client or of its type.
     *
     * @param encode encodes it in the type's alphabet
     * @param classBits the bits of its message class in data_coding, 3GPP TS 23.038 section 4
     */
    static MessageType ofText(BiFunction<String, Profile, EncodedText> encode, int classBits) {
        return (text, profile, dataCoding, withHeader) -> {
            if (withHeader) {
                throw new RejectedMessageException(
                        Fault.INVALID_PARAMETER,
                        "esm_class announces a user data header (64), which a message of this messagetype has not.");
            }
            EncodedText encoded =
                    dataCoding == null ? encode.apply(text, profile) : EncodedText.under(dataCoding, text);
            int coding = dataCoding == null ? encoded.alphabet().dataCoding() | classBits : dataCoding;
            Payload payload = Payload.of(encoded, (byte) coding);
            return coding == 0 && !payload.hasHeader() ? usual(text, payload, profile, dataCoding == null) : payload;
        };
    }

    /**
     * A text with a character that is GSM's but not Latin-1's, such as the euro sign, arrives whole as UCS-2.
     *
     * @param free whether the client left the data_coding to the profile
     */
    private static Payload usual(String text, Payload payload, Profile profile, boolean free) {
        if (free && profile.asciiDataCoding() != 0 && Address.isAscii(text)) {
            return payload.asLatin1(profile.asciiDataCoding());
        } else if (profile.alphabet() != Alphabet.LATIN1) {
            return payload;
        }
        return payload.fitsLatin1()
                ? payload.asLatin1((byte) 0)
                : Payload.of(EncodedText.ucs2(text), Alphabet.UCS2.dataCoding());
    }
}
