package org.caravansms.smppserver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.junit.jupiter.api.Test;

/**
 * Idle connections and binds cost little memory and no threads. The figures of docs/benchmark.md are those of {@code
 * -Dcaravan.idle=5000 -Dcaravan.idle.binds=1000}; they have the clients' own sockets, too.
 */
class IdleClientsTest {

    private static final int CONNECTIONS = Integer.getInteger("caravan.idle", 200);
    private static final int BINDS = Integer.getInteger("caravan.idle.binds", 50);
    private static final int MOST_MEBIBYTES = 30;
    private static final int SECONDS = BINDS >= 1000 ? 20 : 1;

    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Test
    void idleClientsShouldCostLittle() throws Exception {
        try (BareSmppServer server = new BareSmppServer("&bindTimeout=600000", BINDS)) {
            WireClient.bound(server.port, WirePdu.BIND_TRANSCEIVER, "u0", "abc123")
                    .close();
            long before = memory();
            int threads = Thread.activeCount();
            List<WireClient> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(WireClient.connected(server.port));
            }
            long connected = memory();
            for (int i = 0; i < BINDS; i++) {
                clients.get(i).ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "u" + i / 20, "abc123"));
            }
            await().until(() -> server.clients.all().size() == BINDS);
            long bound = memory();
            long cpu = process.getProcessCpuTime();
            TimeUnit.SECONDS.sleep(SECONDS);
            System.out.printf(
                    "%d connections: %.1f MiB; %d of them bound: %.1f MiB more; CPU of %d s: %.2f s%n",
                    CONNECTIONS,
                    mebibytes(connected - before),
                    BINDS,
                    mebibytes(bound - connected),
                    SECONDS,
                    (process.getProcessCpuTime() - cpu) / 1e9);
            assertTrue(mebibytes(bound - connected) < MOST_MEBIBYTES, (bound - connected) + " octets");
            assertTrue(Thread.activeCount() <= threads + 4);
            for (WireClient client : clients) {
                client.close();
            }
            await().untilAsserted(() -> assertEquals(0, server.clients.all().size()));
        }
    }

    private static double mebibytes(long octets) {
        return octets / 1024.0 / 1024;
    }

    /** Of the heap, and of what Netty has outside of it. */
    private static long memory() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            least = Math.min(least, heap);
        }
        return least + io.netty.buffer.PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }
}
