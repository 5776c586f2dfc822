package bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A request rendered beforehand, shared by all connections.
 *
 * @param blanks where message ids are written for each sending
 */
record Request(ByteBuffer bytes, int[] blanks) {
    /** Stands where an id of the same width will be written. */
    static final String BLANK_ID = "bench-000000000000";

    private static long lastId;

    static Request render(Case item, String id, Random random) {
        BenchApi api = item.api();
        int messages = item.messages();
        StringBuilder body = new StringBuilder(api.begin(messages));
        int[] blanks = new int[id.isEmpty() ? 0 : messages];
        for (int i = 0; i < messages; i++) {
            String message = api.message(i, id, Sms.random(random, item.parts()));
            if (blanks.length > 0) {
                blanks[i] = body.length() + message.indexOf(id);
            }
            body.append(message);
        }
        body.append(api.end());
        return of(api.head(body.length()), body, blanks);
    }

    private static Request of(String head, StringBuilder body, int[] blanks) {
        byte[] bytes = body.insert(0, head).toString().getBytes(StandardCharsets.US_ASCII);
        int[] moved = IntStream.of(blanks).map(at -> at + head.length()).toArray();
        return new Request(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip(), moved);
    }

    int size() {
        return bytes.limit();
    }

    boolean hasBlanks() {
        return blanks.length > 0;
    }

    /** Copies the request, with ids never used before, to a connection's own buffer: others may be sending it. */
    ByteBuffer stampInto(ByteBuffer own) {
        own.clear().put(bytes.duplicate()).flip();
        for (int blank : blanks) {
            writeNextId(own, blank);
        }
        return own;
    }

    /** Each id is used once in this process. */
    private static synchronized void writeNextId(ByteBuffer request, int blank) {
        long rest = ++lastId;
        for (int at = blank + BLANK_ID.length() - 1; rest > 0; at--) {
            request.put(at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
