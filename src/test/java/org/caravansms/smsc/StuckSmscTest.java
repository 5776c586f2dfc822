package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSMITTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SMSC that stops reading blocks whoever writes, jSMPP's enquire_link among them: only a close from outside helps. */
class StuckSmscTest {

    private static final int DATA_SM = 0x103;
    private static final int WRITERS = 300;

    @TempDir
    Path folder;

    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    private final CountDownLatch stuck = new CountDownLatch(1);
    private WireSmsc smsc;
    private SmppLink link;

    @AfterEach
    void stop() throws InterruptedException {
        stuck.countDown();
        writers.shutdownNow();
        link.stop();
        smsc.close();
    }

    @Test
    void sessionShouldBeClosedAndBoundAnew() throws Exception {
        start(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), null);
        write();
        await().atMost(Duration.ofSeconds(8)).until(() -> smsc.count(BIND_TRANSMITTER) == 2);
        assertEquals(1, smsc.count(DATA_SM));
    }

    @Test
    void sessionOverTlsShouldBeClosedAndBoundAnew() throws Exception {
        KeyPairStore server = KeyPairStore.make(folder, "server", "ip:127.0.0.1");
        start(server.listen(null), new Tls(server.trust(), KeyPairStore.PASSWORD, null, null, "PKCS12", true));
        write();
        await().atMost(Duration.ofSeconds(8)).until(() -> smsc.count(BIND_TRANSMITTER) == 2);
        assertEquals(1, smsc.count(DATA_SM));
    }

    private void start(ServerSocket server, Tls tls) throws Exception {
        smsc = new WireSmsc(server, (id, sequence) -> {
            if (id == DATA_SM) {
                waitForTheEnd();
            }
            return WireSmsc.ok(id, sequence);
        });
        link = TestProvider.at(smsc.port())
                .withTls(tls)
                .withEnquireLink(TestProvider.SHORT)
                .withResponse(TestProvider.SHORT)
                .link();
        link.start();
        await().until(link::getAsBoolean);
    }

    private void waitForTheEnd() {
        try {
            stuck.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() throws Exception {
        SMPPSession session = link.boundSession();
        for (int i = 0; i < WRITERS; i++) {
            writers.submit(() -> dataSm(session));
        }
    }

    private static Object dataSm(SMPPSession session) throws Exception {
        return session.dataShortMessage(
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "1",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "2",
                new ESMClass(),
                new RegisteredDelivery(),
                DataCodings.ZERO,
                new OptionalParameter.Message_payload(new byte[60_000]));
    }
}
