package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.FreePort;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.CheckSubmittable;
import org.caravansms.smpp.EncodedText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the send page says a text takes, against what the gateway makes of it. */
class SendPageCountTest {

    private static final String EMOJI = "\uD83D\uDE00";

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    private static RunningGateway gateway;
    private static ChromeDriver browser;
    private static SendPage page;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start(folder.resolve("profile"));
        page = new SendPage(browser);
        gateway = RunningGateway.start(folder.resolve("data"), FreePort.next());
        page.open(gateway.port());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (browser != null) {
            browser.quit();
            gateway.close();
        }
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                Arguments.of("", "0 characters · GSM-7, 0 of 160 septets · 1 part"),
                Arguments.of("a", "1 character · GSM-7, 1 of 160 septets · 1 part"),
                Arguments.of("Hello World\n", "12 characters · GSM-7, 12 of 160 septets · 1 part"),
                Arguments.of("{€}", "3 characters · GSM-7, 6 of 160 septets · 1 part"),
                Arguments.of("Жa", "2 characters · UCS-2, 2 of 70 code units · 1 part"),
                Arguments.of("a" + EMOJI, "2 characters · UCS-2, 3 of 70 code units · 1 part"),
                Arguments.of("a".repeat(160), "160 characters · GSM-7, 160 of 160 septets · 1 part"),
                Arguments.of("a".repeat(161), "161 characters · GSM-7, 161 septets · 2 parts"),
                Arguments.of("€".repeat(80), "80 characters · GSM-7, 160 of 160 septets · 1 part"),
                Arguments.of("€".repeat(81), "81 characters · GSM-7, 162 septets · 2 parts"),
                Arguments.of("a".repeat(306), "306 characters · GSM-7, 306 septets · 2 parts"),
                Arguments.of("a".repeat(307), "307 characters · GSM-7, 307 septets · 3 parts"),
                // the pair would stand at septets 153 and 154: it moves on, and its neighbours need a third part
                Arguments.of("a".repeat(152) + "€" + "a".repeat(152), "305 characters · GSM-7, 306 septets · 3 parts"),
                Arguments.of("Ж".repeat(70), "70 characters · UCS-2, 70 of 70 code units · 1 part"),
                Arguments.of("Ж".repeat(71), "71 characters · UCS-2, 71 code units · 2 parts"),
                Arguments.of("Ж".repeat(134), "134 characters · UCS-2, 134 code units · 2 parts"),
                Arguments.of("Ж".repeat(135), "135 characters · UCS-2, 135 code units · 3 parts"),
                Arguments.of(EMOJI.repeat(35), "35 characters · UCS-2, 70 of 70 code units · 1 part"),
                // the emoji would stand at units 67 and 68
                Arguments.of(
                        "Ж".repeat(66) + EMOJI + "Ж".repeat(66), "133 characters · UCS-2, 134 code units · 3 parts"));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void countShouldSayWhatTheTextTakes(String text, String count) {
        page.put("messagedata0", text);
        assertEquals(count, page.count(0));
    }

    @Test
    void typingShouldBeCounted() {
        page.put("messagedata0", "");
        page.message(0, "1", "ab[");
        assertEquals("3 characters · GSM-7, 4 of 160 septets · 1 part", page.count(0));
    }

    @Test
    void everyCharacterShouldTakeWhatItTakesInTheGateway() {
        List<?> ofPage = (List<?>) page.run("return Array.from({length: 65536}, (_, c) => {"
                + " const taken = measure(String.fromCharCode(c)); return taken.encoding.name + taken.units; })");
        List<String> ofGateway =
                IntStream.range(0, 65536).mapToObj(SendPageCountTest::taken).toList();
        assertEquals(ofGateway, ofPage);
    }

    @Test
    void partsShouldBeThoseOfTheGateway() {
        CheckSubmittable gateway = new CheckSubmittable(255);
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            String text = text(random, i % 2 == 0 ? List.of("a", "€", "[") : List.of("Ж", "a", EMOJI));
            Segments segments = gateway.apply(new SmsMessage(
                    "1", "admin", "Caravan", "111222", "SMS:TEXT", text, "", Instant.EPOCH, MessageOptions.NONE));
            assertEquals((long) segments.count(), page.run("return measure(arguments[0]).parts", text), text);
        }
    }

    private static String text(Random random, List<String> characters) {
        return IntStream.range(0, random.nextInt(500))
                .mapToObj(i -> characters.get(random.nextInt(characters.size())))
                .collect(Collectors.joining());
    }

    private static String taken(int character) {
        EncodedText text = EncodedText.of(Character.toString((char) character));
        return Map.of(Alphabet.GSM7, "GSM-7", Alphabet.UCS2, "UCS-2").get(text.alphabet())
                + text.octets().length / (text.alphabet() == Alphabet.UCS2 ? 2 : 1);
    }
}
