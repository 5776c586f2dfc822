package org.caravansms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for what listens later. They lie below the ports that the system gives to clients, each JVM of a build has a
 * range of its own, and within it none is given twice until all were.
 */
public final class FreePort {

    private static final int LOWEST = 15_000;
    private static final int RANGE = 2_000;
    private static final int RANGES = 8;
    private static final int FIRST = LOWEST + RANGE * (Integer.getInteger("test.fork", 1) % RANGES);
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(RANGE));

    private FreePort() {}

    public static int next() {
        int port = FIRST + NEXT.getAndIncrement() % RANGE;
        return isFree(port) ? port : next();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
