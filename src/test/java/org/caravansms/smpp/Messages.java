package org.caravansms.smpp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.Profile.LongMessages;
import org.caravansms.smpp.Profile.ReceiptScope;

/** Messages and profiles of a test's. */
public final class Messages {

    private Messages() {}

    public static SmsMessage of(String type, String text) {
        return of(type, text, MessageOptions.NONE);
    }

    public static SmsMessage of(String type, String text, Map<SmppField, Integer> smpp) {
        return of(type, text, new MessageOptions("", null, null, "", smpp, null, "", Map.of()));
    }

    public static SmsMessage of(String type, String text, MessageOptions options) {
        return new SmsMessage("1", "admin", "Caravan", "+36201234567", type, text, "", Instant.EPOCH, options);
    }

    public static SplitMessage split(LongMessages way) {
        return split(profile(Alphabet.GSM7, way, false));
    }

    public static SplitMessage split(Profile profile) {
        return new SplitMessage(profile, UnaryOperator.identity(), SplitMessage.MOST_PARTS);
    }

    public static Profile profile(Alphabet alphabet, LongMessages way, boolean transliterate) {
        return profile(alphabet, way, transliterate, 0, List.of(), Map.of());
    }

    /** An SMSC of the usual kind that wants these optional parameters. */
    public static Profile profile(Map<String, String> tlvs) {
        return profile(Alphabet.GSM7, LongMessages.UDH, false, 0, List.of(), tlvs);
    }

    public static Profile profile(
            Alphabet alphabet,
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
                ValidityFormat.ABSOLUTE,
                "",
                (byte) asciiDataCoding,
                ReceiptScope.PART,
                nationalTables,
                tlvs);
    }
}
