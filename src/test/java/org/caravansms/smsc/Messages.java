package org.caravansms.smsc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caravansms.message.Options;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.NationalLanguage;

/** Messages and profiles of a test's. */
final class Messages {

    private Messages() {}

    static SmsMessage of(String type, String text) {
        return of(type, text, Options.NONE);
    }

    static SmsMessage of(String type, String text, Map<SmppField, Integer> smpp) {
        return of(type, text, new Options("", null, null, "", smpp));
    }

    static SmsMessage of(String type, String text, Options options) {
        return new SmsMessage("1", "admin", "Caravan", "+36201234567", type, text, "", Instant.EPOCH, options);
    }

    static SplitMessage split(LongMessages way) {
        return split(profile(DefaultAlphabet.GSM7, way, false));
    }

    static SplitMessage split(Profile profile) {
        return new SplitMessage(profile, UnaryOperator.identity());
    }

    static Profile profile(DefaultAlphabet alphabet, LongMessages way, boolean transliterate) {
        return profile(alphabet, way, transliterate, 0, List.of(), Map.of());
    }

    /** An SMSC of the usual kind that wants these optional parameters. */
    static Profile profile(Map<String, String> tlvs) {
        return profile(DefaultAlphabet.GSM7, LongMessages.UDH, false, 0, List.of(), tlvs);
    }

    static Profile profile(
            DefaultAlphabet alphabet,
            LongMessages way,
            boolean transliterate,
            int asciiDataCoding,
            List<NationalLanguage> nationalTables,
            Map<String, String> tlvs) {
        return new Profile(
                alphabet,
                way,
                transliterate,
                new TonNpi(1, 1),
                new TonNpi(0, 1),
                new TonNpi(3, 0),
                new TonNpi(5, 0),
                ValidityForm.ABSOLUTE,
                "",
                (byte) asciiDataCoding,
                nationalTables,
                tlvs);
    }
}
