package org.caravansms.smpp;

import java.util.function.Function;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/** What a message type of the HTTP API makes of {@code messagedata}. */
interface MessageType {

    /** @param dataCoding what the client asks for, or null */
    Payload payload(String data, Profile profile, Byte dataCoding);

    /** The same for data that begin with a user data header, as a client's esm_class says. */
    Payload payloadWithHeader(String data, Profile profile, Byte dataCoding);

    /**
     * Data of eight bits, which their type or the client describes.
     *
     * @param read what they are
     */
    record OfData(Function<String, Payload> read) implements MessageType {

        @Override
        public Payload payload(String data, Profile profile, Byte dataCoding) {
            Payload payload = read.apply(data);
            return dataCoding == null ? payload : payload.withDataCoding(dataCoding);
        }

        @Override
        public Payload payloadWithHeader(String data, Profile profile, Byte dataCoding) {
            Payload payload = payload(data, profile, dataCoding);
            return payload.hasHeader() ? payload : payload.withHeaderFromOctets();
        }
    }

    /**
     * A text, in an alphabet of its type's or the client's choice.
     *
     * @param encode the type's choice
     * @param classBits what its message class adds to the data_coding, 3GPP TS 23.038 section 4
     */
    record OfText(Encoder encode, int classBits) implements MessageType {

        /** Chooses a text's alphabet. */
        interface Encoder {
            EncodedText encode(String text, Profile profile);
        }

        @Override
        public Payload payload(String text, Profile profile, Byte dataCoding) {
            Payload payload = dataCoding == null
                    ? chosen(text, profile)
                    : Payload.of(EncodedText.under(dataCoding, text), dataCoding);
            if (payload.dataCoding() != 0 || payload.hasHeader()) {
                return payload;
            }
            if (dataCoding == null && profile.asciiDataCoding() != 0 && isAscii(text)) {
                return payload.asLatin1(profile.asciiDataCoding());
            }
            return profile.alphabet() == Alphabet.LATIN1 ? latin1(text, payload) : payload;
        }

        @Override
        public Payload payloadWithHeader(String text, Profile profile, Byte dataCoding) {
            throw new RejectedMessageException(
                    Fault.INVALID_PARAMETER,
                    "esm_class announces a user data header (64), which a message of this messagetype has not.");
        }

        private static boolean isAscii(String text) {
            return text.chars().allMatch(character -> character < 0x80);
        }

        private Payload chosen(String text, Profile profile) {
            EncodedText encoded = encode.encode(text, profile);
            return Payload.of(encoded, (byte) (encoded.alphabet().dataCoding() | classBits));
        }

        /** A text with a character that is GSM's but not Latin-1's, such as the euro sign, arrives whole as UCS-2. */
        private static Payload latin1(String text, Payload payload) {
            return payload.fitsLatin1()
                    ? payload.asLatin1((byte) 0)
                    : Payload.of(EncodedText.ucs2(text), Alphabet.UCS2.dataCoding());
        }
    }
}
