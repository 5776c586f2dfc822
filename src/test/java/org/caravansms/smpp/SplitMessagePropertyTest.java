package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.smpp.Profile.LongMessages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent, of any length and in any alphabet: what the handset rejoins from the parts is what was sent. Trap 4
 * of the endpoint: it counts characters, and no septets.
 */
class SplitMessagePropertyTest {

    private static final int LONGEST = 1_530;
    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());
    private static final List<String> OF_TEXT = Stream.of("SMS:TEXT", "SMS:TEXT:UCS2", "SMS:TEXT:GSM7BIT")
            .flatMap(
                    type -> Stream.concat(Stream.of(type), IntStream.range(0, 4).mapToObj(i -> type + ":CLASS" + i)))
            .toList();

    static {
        System.out.println("SplitMessagePropertyTest: -Dcaravan.seed=" + SEED);
    }

    private final MixedTexts texts = new MixedTexts(SEED);

    static Stream<List<Object>> waysAndTypes() {
        return Stream.of(LongMessages.values()).flatMap(way -> OF_TEXT.stream().map(type -> List.of(way, type)));
    }

    @ParameterizedTest
    @EnumSource(LongMessages.class)
    void textOfAnyLengthAndAlphabetShouldBeRejoined(LongMessages way) {
        SplitMessage split = Messages.split(way);
        for (int length = 0; length <= LONGEST; length++) {
            for (String kind : MixedTexts.KINDS) {
                assertRejoined(split, way, "SMS:TEXT", texts.text(kind, length), length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LongMessages.class)
    void smscOfLatin1ShouldGetWhatWasSent(LongMessages way) {
        SplitMessage split = Messages.split(Messages.profile(Alphabet.LATIN1, way, false));
        for (int length = 0; length <= LONGEST; length++) {
            String text = texts.text(MixedTexts.KINDS.get(length % MixedTexts.KINDS.size()), length);
            Handset handset = new Handset(true);
            split.encode(Messages.of("SMS:TEXT", text)).parts(length, 0).forEach(handset::read);
            assertEquals(text, handset.text());
        }
    }

    @ParameterizedTest
    @MethodSource("waysAndTypes")
    void textOfAnyTypeAndClassShouldBeRejoined(List<Object> wayAndType) {
        LongMessages way = (LongMessages) wayAndType.get(0);
        String type = (String) wayAndType.get(1);
        for (int length = 0; length <= LONGEST; length += 7) {
            String kind = type.contains("GSM7BIT") ? "gsm" : MixedTexts.KINDS.get(length % MixedTexts.KINDS.size());
            assertRejoined(Messages.split(way), way, type, texts.text(kind, length), length);
        }
    }

    private void assertRejoined(SplitMessage split, LongMessages way, String type, String text, int reference) {
        List<SubmitPart> parts = split.encode(Messages.of(type, text)).parts(reference, 0);
        Handset handset = Handset.of(parts);
        assertEquals(text, handset.text());
        assertEquals(parts.size() > 1, split.encode(Messages.of(type, text)).needsReference());
        assertFewest(text, way, parts);
        int its = type.contains("CLASS") ? 0x10 | type.charAt(type.length() - 1) - '0' : 0;
        assertTrue(parts.stream().allMatch(part -> (part.dataCoding() & ~0x08) == its), type);
        if (parts.size() > 1) {
            assertEquals(way == LongMessages.UDH ? reference & 0xFF : reference, handset.reference());
        }
    }

    /** No more parts than it must be: each but the last has room for less than one more character. */
    private static void assertFewest(String text, LongMessages way, List<SubmitPart> parts) {
        boolean septets = (parts.get(0).dataCoding() & 0x08) == 0;
        int most = septets ? 153 : 134;
        int header = way == LongMessages.SAR ? 0 : way == LongMessages.UDH ? 6 : 7;
        int each = way == LongMessages.UDH16 ? most - (septets ? 1 : 2) : most;
        for (SubmitPart part : parts.subList(0, parts.size() - 1)) {
            int length = part.shortMessage().length - header;
            assertTrue(length <= each && length >= each - (septets ? 1 : 2), text.length() + ": " + length);
        }
    }

    @ParameterizedTest
    @EnumSource(LongMessages.class)
    void dataOfAnyLengthShouldBeRejoinedAndKeepTheirPort(LongMessages way) {
        for (int length = 0; length <= LONGEST; length++) {
            String kind = MixedTexts.KINDS.get(length % MixedTexts.KINDS.size());
            byte[] octets = texts.text(kind, length).getBytes(StandardCharsets.UTF_8);
            String hex = HexFormat.of().formatHex(octets);
            String text = new String(octets, StandardCharsets.UTF_8);
            assertRejoined(way, "SMS:BINARY", hex, octets, "");
            assertRejoined(way, "SMS:WAPPUSH", hex, octets, "0b8423f0");
            assertRejoined(way, "SMS:VCARD", text, octets, "23f40000");
            assertRejoined(way, "SMS:VCALENDAR", text, octets, "23f50000");
        }
    }

    @ParameterizedTest
    @EnumSource(LongMessages.class)
    void describedDataShouldBeRejoinedAndKeepTheirHeader(LongMessages way) {
        for (int length = 0; length < 1_000; length++) {
            byte[] octets = texts.text("latin", length).getBytes(StandardCharsets.ISO_8859_1);
            String document = "<s><dcs>f5</dcs><udh>0605040b8423f0</udh><ud>"
                    + HexFormat.of().formatHex(octets) + "</ud></s>";
            assertRejoined(way, "SMS:BINARY:XML", document, octets, "0b8423f0");
        }
    }

    private static void assertRejoined(LongMessages way, String type, String text, byte[] octets, String port) {
        for (SubmitPart part :
                Messages.split(way).encode(Messages.of(type, text)).parts(0xFFFF, 0)) {
            byte[] its = Handset.of(List.of(part)).elements().getOrDefault(5, new byte[0]);
            assertEquals(port, HexFormat.of().formatHex(its));
        }
        assertArrayEquals(
                octets,
                Handset.of(Messages.split(way).encode(Messages.of(type, text)).parts(0xFFFF, 0))
                        .data());
    }
}
