package bench;

import java.nio.ByteBuffer;

/** Ids of one width, each used once in the life of this process, whatever its cases and gateways. */
final class BenchMessageIds {
    /** Stands in a request that was rendered beforehand where an id will be. */
    static final String BLANK = "bench-000000000000";

    private static long last;

    private BenchMessageIds() {}

    /** Writes the next id over a blank, or over an older id. */
    static void write(ByteBuffer request, int blank) {
        long rest = ++last;
        for (int at = blank + BLANK.length() - 1; rest > 0; at--) {
            request.put(at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
