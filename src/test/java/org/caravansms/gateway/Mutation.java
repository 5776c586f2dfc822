package org.caravansms.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks good requests, the same for the same seed: in their octets as framed, or in their bodies before that. */
final class Mutation {

    private static final int LONGEST_SLICE = 64;
    private static final List<String> TOKENS = List.of(
            "%zz",
            "%",
            "%8",
            "%C3",
            "%ED%A0%80",
            "%00",
            "\u00ff\u00fe",
            "\u00c3(",
            "\u00ed\u00a0\u0080",
            "\0",
            "\r\n",
            "\r\n\r\n",
            "\n",
            "&",
            "=",
            ";",
            "&&==",
            "&messagecount=0",
            "&messagecount=-1",
            "&messagecount=1000",
            "&messagecount=1001",
            "&messagecount=2147483648",
            "messagecount=99999999999999999999&",
            "&_charset_=klingon",
            "&_charset_=UTF-16",
            "_charset_=UTF-7&",
            "&_charset_=x-COMPOUND_TEXT",
            "_charset_=IBM037&",
            "99999999999999999999",
            "-1",
            "1e999999999",
            "[".repeat(5000),
            "{\"a\":".repeat(2000),
            "\\ud800",
            "\\u0000",
            "\\",
            "\"",
            "null",
            "{}",
            "[]",
            "<&>\"'",
            "Content-Length: 5\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Expect: 100-continue\r\n",
            "Content-Encoding: br\r\n",
            "x".repeat(70_000));

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    /** @param good requests with the same mark, one of which is broken, sometimes with a part of another one */
    byte[] of(List<GoodRequest> good) {
        GoodRequest one = pick(good);
        GoodRequest other = pick(good);
        return one.body().length > 0 && random.nextBoolean()
                ? one.withBody(broken(one.body(), other.body())).octets()
                : broken(one.octets(), other.octets());
    }

    private byte[] broken(byte[] octets, byte[] other) {
        byte[] result = octets;
        for (int i = random.nextInt(3); i >= 0 && result.length > 0; i--) {
            result = step(result, other);
        }
        return result;
    }

    private byte[] step(byte[] octets, byte[] other) {
        int at = random.nextInt(octets.length);
        int end = Math.min(octets.length, at + 1 + random.nextInt(LONGEST_SLICE));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(octets, at);
            case 1 -> replaced(octets, at, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> replaced(octets, at, end, new byte[0]);
            case 3 -> replaced(octets, at, at, Arrays.copyOfRange(octets, at, end));
            case 4 -> Arrays.copyOf(octets, at);
            case 5 -> replaced(octets, at, octets.length, tail(other));
            case 6 -> number(octets, at);
            default -> replaced(octets, at, at, token());
        };
    }

    private byte[] flipped(byte[] octets, int at) {
        byte[] flipped = octets.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] tail(byte[] other) {
        return other.length == 0 ? other : Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
    }

    /** Puts a huge number in the place of the next digit. */
    private static byte[] number(byte[] octets, int from) {
        int at = from;
        while (at < octets.length && (octets[at] < '0' || octets[at] > '9')) {
            at++;
        }
        return replaced(octets, at, Math.min(at + 1, octets.length), "9999999999".getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] token() {
        return pick(TOKENS).getBytes(StandardCharsets.ISO_8859_1);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] replaced(byte[] octets, int from, int to, byte[] by) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(octets, 0, from);
        result.writeBytes(by);
        result.write(octets, to, octets.length - to);
        return result.toByteArray();
    }
}
