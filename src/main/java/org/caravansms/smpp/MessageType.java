package org.caravansms.smpp;

import java.util.function.Function;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/** A message type of the HTTP API: turns {@code messagedata} into a payload. */
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
    record OfData(Function<String, Payload> read) implements MessageType {

        @Override
        public Payload payload(String data, Profile profile, Byte dataCoding, boolean withHeader) {
            Payload read = this.read.apply(data);
            Payload payload = dataCoding == null ? read : read.withDataCoding(dataCoding);
            return withHeader && !payload.hasHeader() ? payload.withHeaderFromOctets() : payload;
        }
    }

    /**
     * A text, in the alphabet of the client or of its type.
     *
     * @param encode encodes it in the type's alphabet
     * @param classBits the bits of its message class in data_coding, 3GPP TS 23.038 section 4
     */
    record OfText(Encoder encode, int classBits) implements MessageType {

        /** Chooses a text's alphabet. */
        interface Encoder {
            EncodedText encode(String text, Profile profile);
        }

        @Override
        public Payload payload(String text, Profile profile, Byte dataCoding, boolean withHeader) {
            if (withHeader) {
                throw new RejectedMessageException(
                        Fault.INVALID_PARAMETER,
                        "esm_class announces a user data header (64), which a message of this messagetype has not.");
            }
            Payload payload = dataCoding == null
                    ? chosen(text, profile)
                    : Payload.of(EncodedText.under(dataCoding, text), dataCoding);
            if (payload.dataCoding() != 0 || payload.hasHeader()) {
                return payload;
            }
            if (dataCoding == null && profile.asciiDataCoding() != 0 && Address.isAscii(text)) {
                return payload.asLatin1(profile.asciiDataCoding());
            }
            return profile.alphabet() == Alphabet.LATIN1 ? latin1(text, payload) : payload;
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
