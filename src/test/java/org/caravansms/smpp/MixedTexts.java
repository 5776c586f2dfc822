package org.caravansms.smpp;

import java.util.List;
import java.util.Random;

/** Texts of a given length in code units, of characters of one kind or another. */
public final class MixedTexts {

    public static final List<String> KINDS = List.of("basic", "extension", "gsm", "latin", "cyrillic", "emoji", "all");

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0129:;<=>?¡AMZÄÖÑÜ§¿amzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final String LATIN = "aãçêÁøñ¢®½ÿ ";
    private static final String CYRILLIC = "ЖжЫыЩщЯяй ";
    private static final String[] EMOJI = {"\uD83D\uDE00", "\uD83D\uDC4D", "\uD83C\uDDED", "\uD834\uDD1E"};

    private final Random random;

    public MixedTexts(long seed) {
        random = new Random(seed);
    }

    public String text(String kind, int length) {
        StringBuilder text = new StringBuilder(length + 1);
        while (text.length() < length) {
            text.append(character(kind));
        }
        // a pair that would stand beyond the end gives way
        if (text.length() > length) {
            text.setLength(length - 1);
            text.append('a');
        }
        return text.toString();
    }

    private String character(String kind) {
        return switch (kind) {
            case "basic" -> one(BASIC);
            case "extension" -> one(EXTENSION);
            case "gsm" -> random.nextInt(8) == 0 ? one(EXTENSION) : one(BASIC);
            case "latin" -> one(LATIN);
            case "cyrillic" -> one(CYRILLIC);
            case "emoji" -> EMOJI[random.nextInt(EMOJI.length)];
            default -> character(KINDS.get(random.nextInt(KINDS.size() - 1)));
        };
    }

    private String one(String characters) {
        int at = random.nextInt(characters.length());
        return characters.substring(at, at + 1);
    }
}
