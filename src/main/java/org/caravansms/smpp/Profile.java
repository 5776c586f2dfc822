package org.caravansms.smpp;

import java.util.List;
import java.util.Map;

/**
 * The choices for submit_sm that SMPP 3.4 leaves to each SMSC.
 *
 * @param alphabet the alphabet of data_coding 0: GSM7 or LATIN1
 * @param longMessages how a message of several parts is sent
 * @param transliterate whether look-alikes of GSM characters, such as curly quotes, are sent as those
 * @param international numbers after {@code +} or {@code 00}
 * @param local other numbers
 * @param shortCode a sender of up to six digits
 * @param alphanumeric a sender with letters
 * @param validity the form of validity_period
 * @param serviceType the service_type, empty for the SMSC's default
 * @param asciiDataCoding the data_coding of a text that is plain ASCII: 0, 1 (ASCII) or 3 (Latin-1)
 * @param receiptsPer how many receipts a message of several parts has
 * @param nationalTables the languages whose national tables its handsets read, 3GPP TS 23.038 annex A
 * @param tlvs optional parameters of each submit_sm, by name or number: in hexadecimal after {@code 0x} or as text
 */
public record Profile(
        Alphabet alphabet,
        LongMessages longMessages,
        boolean transliterate,
        TonNpi international,
        TonNpi local,
        TonNpi shortCode,
        TonNpi alphanumeric,
        ValidityFormat validity,
        String serviceType,
        byte asciiDataCoding,
        ReceiptScope receiptsPer,
        List<NationalLanguage> nationalTables,
        Map<String, String> tlvs) {

    /** How a message too long for one short_message is sent, SMPP 3.4 sections 5.2.22, 5.3.2.22 to 24 and 5.3.2.32. */
    public enum LongMessages {
        /** In parts, each with a user data header whose reference has 8 bits, 3GPP TS 23.040 section 9.2.3.24.1. */
        UDH,
        /** In parts, each with a user data header whose reference has 16 bits, 3GPP TS 23.040 section 9.2.3.24.8. */
        UDH16,
        /** In parts, each with sar_msg_ref_num, sar_total_segments and sar_segment_seqnum. */
        SAR,
        /** Whole, in message_payload: the SMSC cuts it. */
        PAYLOAD
    }

    /** How many receipts an SMSC sends for a message of several parts. */
    public enum ReceiptScope {
        /** One for each part. */
        PART,
        /** One for all parts: only the last part asks for it. */
        MESSAGE
    }

    /** The defaults of a block of settings, which most SMSCs take. */
    public static final Profile STANDARD = new Profile(
            Alphabet.GSM7,
            LongMessages.UDH,
            false,
            new TonNpi(1, 1),
            new TonNpi(0, 1),
            new TonNpi(3, 0),
            new TonNpi(5, 0),
            ValidityFormat.ABSOLUTE,
            "",
            (byte) 0,
            ReceiptScope.PART,
            List.of(),
            Map.of());

    public Profile {
        nationalTables = List.copyOf(nationalTables);
        tlvs = Map.copyOf(tlvs);
    }
}
