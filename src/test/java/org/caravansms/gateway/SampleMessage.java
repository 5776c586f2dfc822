package org.caravansms.gateway;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.smpp.MixedTexts;

/**
 * A message to be sent, and what is to arrive.
 *
 * @param recipient its own, with which it is found again
 * @param content a text, or of data their hexadecimal digits
 */
record SampleMessage(String recipient, String type, String messageData, String content) {

    private static final int LONGEST = 1530;
    private static final List<String> TYPES = Stream.concat(
                    Stream.of("SMS:TEXT", "SMS:TEXT:UCS2", "SMS:TEXT:GSM7BIT")
                            .flatMap(type -> Stream.concat(
                                    Stream.of(type, type), IntStream.range(0, 4).mapToObj(i -> type + ":CLASS" + i))),
                    Stream.of("SMS:BINARY", "SMS:BINARY:XML", "SMS:VCARD", "SMS:VCALENDAR", "SMS:WAPPUSH"))
            .toList();

    /** @return of all types; the lengths are spread over 0 to 1,530 */
    static List<SampleMessage> all(int count, long seed) {
        Random random = new Random(seed);
        MixedTexts texts = new MixedTexts(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> of(
                        "36" + (200_000_000 + i),
                        TYPES.get(i % TYPES.size()),
                        i * LONGEST / Math.max(1, count - 1),
                        type -> MixedTexts.KINDS.get(random.nextInt(MixedTexts.KINDS.size())),
                        texts))
                .toList();
    }

    private static SampleMessage of(
            String recipient, String type, int length, Function<String, String> kinds, MixedTexts texts) {
        String text = texts.text(type.contains("GSM7BIT") ? "gsm" : kinds.apply(type), length);
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(octets, 0, length);
        return switch (type) {
            case "SMS:BINARY", "SMS:WAPPUSH" -> new SampleMessage(recipient, type, hex, hex);
            case "SMS:BINARY:XML" ->
                new SampleMessage(recipient, type, "<s><dcs>f5</dcs><ud>" + hex + "</ud></s>", hex);
            case "SMS:VCARD", "SMS:VCALENDAR" ->
                new SampleMessage(recipient, type, text, HexFormat.of().formatHex(octets));
            default -> new SampleMessage(recipient, type, text, text);
        };
    }

    /** @return what is to arrive, by recipient */
    static Map<String, String> contents(List<SampleMessage> messages) {
        return messages.stream()
                .collect(Collectors.toMap(
                        SampleMessage::recipient, SampleMessage::content, (one, other) -> one, TreeMap::new));
    }

    /** @return the parameters of a request that sends them all */
    static String form(List<SampleMessage> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(i -> messages.get(i).parameters(i))
                .collect(Collectors.joining("", "messagecount=" + messages.size(), ""));
    }

    private String parameters(int index) {
        return "&recipient%1$d=%%2B%2$s&messagetype%1$d=%3$s&messagedata%1$d=%4$s"
                .formatted(index, recipient, type, TestApi.encoded(messageData));
    }
}
