package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.DELIVER_SM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Trap 8 of camel-smpp: slow work on what the SMSC sends must not hold up the answers to what it was sent. */
class SlowReceiverTest {

    private static final String DELIVERED =
            "\0\1\1" + "36201234567\0" + "\1\1" + "1234\0" + "\4\0\0\0\0\0\0\0\0" + "\5hello";
    private static final int MORE_THAN_THREADS = 20;

    @Test
    void answersShouldPassReceivedMessagesThatAreStillWorkedOn() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch working = new CountDownLatch(1);
        RefuseDeliverSm slow = new RefuseDeliverSm(() -> {
            working.countDown();
            waitFor(done);
        });
        try (WireSmsc smsc = WireSmsc.start(WireSmsc::ok)) {
            Provider provider = TestProvider.at(smsc.port()).asTransceiver().provider();
            SmscSession session =
                    new BindSession(provider, new SmscConnectionFactory(Duration.ofSeconds(5), null), slow).bound();
            for (int i = 1; i <= MORE_THAN_THREADS; i++) {
                smsc.send(WireSmsc.pdu(DELIVER_SM, 0, i, DELIVERED));
            }
            assertTrue(working.await(10, TimeUnit.SECONDS));
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> submit(session));
            assertEquals("7f", answer.get(5, TimeUnit.SECONDS));
            assertEquals(0, smsc.count(DELIVER_SM | WireSmsc.RESPONSE));
            done.countDown();
            await().until(() -> smsc.count(DELIVER_SM | WireSmsc.RESPONSE) == MORE_THAN_THREADS);
            session.leave(Duration.ofSeconds(1));
        }
    }

    private static String submit(SmscSession session) {
        try {
            return Submit.on(session);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
