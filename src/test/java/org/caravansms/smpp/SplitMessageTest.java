package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.Profile.LongMessages;
import org.caravansms.smpp.Profile.ReceiptScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's profile makes of a message. */
class SplitMessageTest {

    private static final Profile LATIN1 = Messages.profile(Alphabet.LATIN1, LongMessages.UDH, false);
    private static final Profile LOOK_ALIKES = Messages.profile(Alphabet.GSM7, LongMessages.UDH, true);
    private static final Profile OTHER = new Profile(
            Alphabet.GSM7,
            LongMessages.UDH,
            false,
            new TonNpi(0, 1),
            new TonNpi(2, 8),
            new TonNpi(6, 0),
            new TonNpi(5, 1),
            ValidityFormat.RELATIVE,
            "CMT",
            (byte) 0,
            ReceiptScope.PART,
            List.of(),
            Map.of());

    @Test
    void plainAsciiShouldGoUnderItsDataCodingCountedAsSeptets() {
        Profile ascii = Messages.profile(Alphabet.LATIN1, LongMessages.UDH, false, 1, List.of(), Map.of());
        SubmitPart part = parts(ascii, "SMS:TEXT", "user@host [1]").get(0);
        assertEquals(1, part.dataCoding());
        assertEquals("user@host [1]", new String(part.shortMessage(), StandardCharsets.US_ASCII));
        assertEquals(1, parts(ascii, "SMS:TEXT", "{".repeat(80)).size());
        assertEquals(2, parts(ascii, "SMS:TEXT", "{".repeat(81)).size());
        assertEquals(0, parts(ascii, "SMS:TEXT", "é").get(0).dataCoding());
        assertEquals(8, parts(ascii, "SMS:TEXT", "`").get(0).dataCoding());
        assertEquals(0x10, parts(ascii, "SMS:TEXT:CLASS0", "x").get(0).dataCoding());
        SmsMessage asked = Messages.of("SMS:TEXT", "x", Map.of(SmppField.DATA_CODING, 0));
        assertEquals(0, Messages.split(ascii).encode(asked).parts(0, 0).get(0).dataCoding());
    }

    @Test
    void latin1ShouldGoUnderDataCodingZeroCountedAsSeptets() {
        String text = "é@{".repeat(60);
        List<SubmitPart> parts = parts(LATIN1, "SMS:TEXT", text);
        Handset handset = new Handset(true);
        parts.forEach(handset::read);
        assertEquals(text, handset.text());
        assertEquals(
                List.of((byte) 0, (byte) 0),
                parts.stream().map(SubmitPart::dataCoding).toList());
        assertEquals(6 + 115, parts.get(0).shortMessage().length, "38 times four septets, and one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"price 5 €", "ça va", "Ω", "Ж"})
    void whatLatin1OrGsmHasNotShouldGoAsUcs2(String text) {
        SubmitPart part = parts(LATIN1, "SMS:TEXT", text).get(0);
        assertEquals(8, part.dataCoding());
        assertEquals(text, new String(part.shortMessage(), StandardCharsets.UTF_16BE));
    }

    @Test
    void classShouldMeanGsmWhateverTheDefaultAlphabet() {
        SubmitPart part = parts(LATIN1, "SMS:TEXT:CLASS0", "@").get(0);
        assertEquals(0x10, part.dataCoding());
        assertEquals(0, part.shortMessage()[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\u201Cquoted\u201D \u2018so\u2019 | \"quoted\" 'so'",
                "1\u20132 \u2014 3\u2026 | 1-2 - 3...",
                "a\u00A0b\u202Fc\u2009d | a b c d",
                "no\u200Bthing\uFEFF seen\u00AD | nothing seen",
                "e\u0301te\u0300 5\u20AC | étè 5€"
            })
    void lookAlikesShouldBecomeGsmCharacters(String text, String sent) {
        List<SubmitPart> parts = parts(LOOK_ALIKES, "SMS:TEXT", text);
        assertEquals(sent, Handset.of(parts).text());
        assertEquals(0, parts.get(0).dataCoding());
        assertEquals(0x12, parts(LOOK_ALIKES, "SMS:TEXT:CLASS2", text).get(0).dataCoding());
        assertEquals(8, parts(Profile.STANDARD, "SMS:TEXT", text).get(0).dataCoding());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u201Cкавычки\u201D", "ça \u2014 là", "m\u00B2", "\u2026\uD83D\uDE00"})
    void textThatStaysUcs2ShouldKeepItsLookAlikes(String text) {
        assertEquals(text, Handset.of(parts(LOOK_ALIKES, "SMS:TEXT", text)).text());
    }

    @Test
    void lookAlikesShouldStayWhereUcs2WasAskedFor() {
        assertEquals(
                "\u2026",
                Handset.of(parts(LOOK_ALIKES, "SMS:TEXT:UCS2", "\u2026")).text());
    }

    @ParameterizedTest
    @CsvSource({"+44777888, 0, 1, 44777888", "06201, 6, 0, 06201", "0620123, 2, 8, 0620123", "Caravan, 5, 1, Caravan"})
    void profileShouldSayWhatKindOfAddressItIs(String number, byte ton, byte npi, String digits) {
        assertEquals(new Address(ton, npi, digits), Address.ofOriginator(number, OTHER));
        SubmitPart part = parts(OTHER, "SMS:TEXT", "x").get(0);
        assertEquals(new Address((byte) 0, (byte) 1, "36201234567"), part.destination());
        assertEquals("CMT", part.serviceType());
        assertEquals(ValidityFormat.RELATIVE, part.validity());
    }

    @Test
    void recipientShouldBeNormalisedAndTheSenderNot() {
        SplitMessage split = new SplitMessage(Profile.STANDARD, number -> "+999", 1);
        SubmitPart part = split.encode(Messages.of("SMS:TEXT", "x")).parts(0, 0).get(0);
        assertEquals(new Address((byte) 1, (byte) 1, "999"), part.destination());
        assertEquals("Caravan", part.source().digits());
    }

    @Test
    void everyPartShouldBeValidAsLongAsItsMessage() {
        Instant until = Instant.parse("2030-01-01T00:00:00Z");
        MessageOptions options = new MessageOptions("", until, null, "", Map.of(), null, "", Map.of());
        List<SubmitPart> parts = Messages.split(LongMessages.UDH)
                .encode(Messages.of("SMS:TEXT", "a".repeat(161), options))
                .parts(0, 0);
        assertEquals(
                List.of(until, until),
                parts.stream().map(SubmitPart::validUntil).toList());
        assertEquals(List.of(1, 2), parts.stream().map(SubmitPart::number).toList());
        assertEquals(List.of(2, 2), parts.stream().map(SubmitPart::of).toList());
    }

    @ParameterizedTest
    @CsvSource({"UDH, 255, 153, 256", "UDH16, 255, 152, 256", "SAR, 3, 153, 4", "PAYLOAD, 255, 153, 256"})
    void morePartsThanAllowedShouldBeRefusedWithBothNumbers(LongMessages way, int most, int each, int parts) {
        Profile profile = Messages.profile(Alphabet.GSM7, way, false);
        SplitMessage split = new SplitMessage(profile, UnaryOperator.identity(), most);
        split.encode(Messages.of("SMS:TEXT", "a".repeat(most * each))).parts(0, 0);
        RejectedMessageException refusal = assertThrows(
                RejectedMessageException.class, () -> split.encode(Messages.of("SMS:TEXT", "a".repeat(most * each + 1)))
                        .parts(0, 0));
        assertEquals(Fault.TEXT_TOO_LONG, refusal.fault());
        assertEquals(
                "messagedata takes " + parts + " parts in GSM7; a message has at most " + most + ".",
                refusal.getMessage());
    }

    @Test
    void referenceShouldBeNeededByPartsOnly() {
        assertFalse(Messages.split(LongMessages.UDH)
                .encode(Messages.of("SMS:TEXT", "a".repeat(160)))
                .needsReference());
        assertTrue(Messages.split(LongMessages.SAR)
                .encode(Messages.of("SMS:TEXT", "a".repeat(161)))
                .needsReference());
        assertFalse(Messages.split(LongMessages.PAYLOAD)
                .encode(Messages.of("SMS:TEXT", "a".repeat(161)))
                .needsReference());
    }

    private static List<SubmitPart> parts(Profile profile, String type, String text) {
        return Messages.split(profile).encode(Messages.of(type, text)).parts(0, 0);
    }
}
