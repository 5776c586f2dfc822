package bench;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A ring of requests rendered beforehand, so that a run costs the client no more than the write. */
final class Requests {
    private static final int RING = 64;
    private static final String TEXT = "Your parcel is on its way. Track it with the code in this message; "
            + "questions? Reply, or call us from 8 to 16.";

    private final List<ByteBuffer> ring;
    private int next;

    private Requests(List<ByteBuffer> ring) {
        this.ring = ring;
    }

    static Requests of(int messages) {
        // the same texts in every run: runs compare
        Random random = new Random(messages);
        return new Requests(IntStream.range(0, RING)
                .mapToObj(i -> request(messages, random))
                .toList());
    }

    ByteBuffer next() {
        return ring.get(next++ % RING).duplicate();
    }

    private static ByteBuffer request(int messages, Random random) {
        StringBuilder form =
                new StringBuilder("action=sendmessage&username=admin&password=abc123&messagecount=" + messages);
        for (int i = 0; i < messages; i++) {
            form.append("&recipient").append(i).append("=%2B3620").append(1_000_000 + random.nextInt(9_000_000));
            form.append("&messagedata").append(i).append('=').append(text(random));
        }
        return direct(head(form.length()) + form);
    }

    private static String head(int length) {
        return "POST /api HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
    }

    /** 60 to 100 characters, one part each. */
    private static String text(Random random) {
        String code = String.format("%06d ", random.nextInt(1_000_000));
        return URLEncoder.encode(code + TEXT.substring(0, 53 + random.nextInt(41)), StandardCharsets.UTF_8);
    }

    private static ByteBuffer direct(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
