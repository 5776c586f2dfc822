package org.caravansms.message;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids of messages: UUIDs of version 7, RFC 9562 section 5.7. They begin with the time, so that a database's index grows
 * at its end only.
 */
public final class MessageIds {

    private static final int VERSION = 0x7000;
    private static final int RANDOM_OF_TIME = 0xFFF;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private MessageIds() {}

    /** @return a lower-case UUID; it is no secret */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << Short.SIZE | VERSION | random.nextInt() & RANDOM_OF_TIME;
        return new UUID(high, VARIANT | random.nextLong() >>> 2).toString();
    }
}
