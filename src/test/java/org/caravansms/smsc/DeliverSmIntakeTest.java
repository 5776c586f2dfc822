package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSCEIVER;
import static org.caravansms.smsc.WireSmsc.DELIVER_SM;
import static org.caravansms.smsc.WireSmsc.ENQUIRE_LINK;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.UNBIND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the SMSC sends is answered when it is taken, in the order in which it came, and nothing else waits for that. */
class DeliverSmIntakeTest {

    private static final int DELIVER_SM_RESP = DELIVER_SM | RESPONSE;
    private static final int REFUSED = 0x64;
    private static final int BURST = 5000;

    private final List<SmscPdu> kept = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private WireSmsc smsc;
    private SmppLink link;

    @BeforeEach
    void start() throws Exception {
        smsc = WireSmsc.start((id, sequence) -> (id & RESPONSE) == 0 ? WireSmsc.ok(id, sequence) : null);
        link = TestProvider.at(smsc.port()).asTransceiver().link();
        link.start();
        await().until(link::getAsBoolean);
    }

    @AfterEach
    void stop() throws InterruptedException {
        slow.countDown();
        link.stop();
        smsc.close();
    }

    @Test
    void pduShouldBeHandedOnAsItCameAndAnsweredByItsSequenceNumber() throws Exception {
        link.deliverTo(this::keep);
        byte[] receipt = DeliverSmOctets.receipt(0x7FFFFFFF, "stat:FAILED", "");
        byte[] data = DeliverSmOctets.data(12, "\0\36\0\0037f\0");
        smsc.send(receipt);
        smsc.send(data);
        await().until(() -> smsc.count(DeliverSmOctets.DATA_SM | RESPONSE) == 1);
        assertArrayEquals(receipt, kept.get(0).octets());
        assertArrayEquals(data, kept.get(1).octets());
        assertEquals("acme", kept.get(0).provider());
        assertEquals(1, kept.get(0).bind());
        assertEquals(
                List.of(response(DELIVER_SM_RESP, 0, 0x7FFFFFFF), response(DeliverSmOctets.DATA_SM | RESPONSE, 0, 12)),
                smsc.responses());
    }

    @Test
    void lonePduShouldBeAnsweredBeforeTheNextComes() throws Exception {
        link.deliverTo(this::keep);
        for (int i = 1; i <= 20; i++) {
            int count = i;
            smsc.send(DeliverSmOctets.receipt(i, "", ""));
            await().until(() -> smsc.count(DELIVER_SM_RESP) == count);
        }
        assertEquals(IntStream.range(0, 20).mapToObj(i -> 1).toList(), batches);
    }

    @Test
    void nobodyThereShouldHaveTheSmscKeepIt() throws Exception {
        smsc.send(DeliverSmOctets.receipt(1, "", ""));
        await().until(() -> smsc.count(DELIVER_SM_RESP) == 1);
        assertEquals(List.of(response(DELIVER_SM_RESP, REFUSED, 1)), smsc.responses());
    }

    @Test
    void failureShouldHaveTheSmscKeepItAndTakeItTheNextTime() throws Exception {
        link.deliverTo(pdus -> {
            throw new IllegalStateException("no disk");
        });
        smsc.send(DeliverSmOctets.burst(2));
        await().until(() -> smsc.count(DELIVER_SM_RESP) == 2);
        link.deliverTo(this::keep);
        smsc.send(DeliverSmOctets.burst(2));
        await().until(() -> smsc.count(DELIVER_SM_RESP) == 4);
        assertEquals(
                List.of(
                        response(DELIVER_SM_RESP, REFUSED, 1),
                        response(DELIVER_SM_RESP, REFUSED, 2),
                        response(DELIVER_SM_RESP, 0, 1),
                        response(DELIVER_SM_RESP, 0, 2)),
                smsc.responses());
        assertEquals(2, kept.size());
    }

    @Test
    void trap8SlowWorkOnWhatCameShouldNotHoldUpTheAnswersToWhatWasSent() throws Exception {
        link.deliverTo(this::keepSlowly);
        smsc.send(DeliverSmOctets.burst(BURST));
        smsc.send(WireSmsc.pdu(ENQUIRE_LINK, 0, 7, ""));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> Submit.onQuietly(link));
        assertEquals("7f", answer.get(30, TimeUnit.SECONDS));
        await().until(() -> smsc.count(ENQUIRE_LINK | RESPONSE) == 1);
        assertEquals(0, smsc.count(DELIVER_SM_RESP));
        slow.countDown();
        await().until(() -> smsc.count(DELIVER_SM_RESP) == BURST);
        assertTrue(batches.size() <= 1 + BURST / 500, batches.toString());
    }

    @Test
    void trap13BurstShouldBeTakenInOrderAndNoneOfItRefused() throws Exception {
        link.deliverTo(this::keep);
        byte[] burst = DeliverSmOctets.burst(BURST);
        smsc.send(burst);
        await().until(() -> smsc.count(DELIVER_SM_RESP) == BURST);
        assertArrayEquals(
                burst, DeliverSmOctets.joined(kept.stream().map(SmscPdu::octets).toList()));
        assertEquals(
                IntStream.rangeClosed(1, BURST)
                        .mapToObj(i -> response(DELIVER_SM_RESP, 0, i))
                        .toList(),
                smsc.responses());
    }

    @Test
    void cutShouldLeaveWhatIsUnderWayForTheNextSession() throws Exception {
        link.deliverTo(this::keepSlowly);
        smsc.send(DeliverSmOctets.burst(1));
        await().until(() -> batches.size() == 1);
        smsc.send(DeliverSmOctets.burst(3));
        smsc.cut();
        await().until(() -> smsc.count(BIND_TRANSCEIVER) == 2);
        slow.countDown();
        await().until(link::getAsBoolean);
        smsc.send(DeliverSmOctets.burst(3));
        await().until(() -> smsc.count(DELIVER_SM_RESP) == 3);
        await().until(() -> kept.size() == 4);
    }

    @Test
    void unbindShouldComeWhenAllIsAnswered() throws Exception {
        link.deliverTo(this::keepSlowly);
        smsc.send(DeliverSmOctets.burst(BURST));
        await().until(() -> batches.size() == 1);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stopLink);
        await().during(Duration.ofMillis(200)).until(() -> smsc.count(UNBIND) == 0);
        slow.countDown();
        stopped.get(30, TimeUnit.SECONDS);
        List<Integer> commands = smsc.commands();
        assertEquals(UNBIND, commands.get(commands.size() - 1));
        assertEquals(kept.size(), smsc.count(DELIVER_SM_RESP));
    }

    @Test
    void unbindOfTheSmscShouldBeAnsweredBehindWhatItSentBefore() throws Exception {
        link.deliverTo(this::keepSlowly);
        smsc.send(DeliverSmOctets.joined(List.of(DeliverSmOctets.burst(3), WireSmsc.pdu(UNBIND, 0, 4, ""))));
        await().until(() -> batches.size() == 1);
        slow.countDown();
        await().until(() -> smsc.count(UNBIND | RESPONSE) == 1);
        List<Integer> commands = smsc.commands();
        assertEquals(
                3,
                commands.subList(0, commands.indexOf(UNBIND | RESPONSE)).stream()
                        .filter(id -> id == DELIVER_SM_RESP)
                        .count());
    }

    /** The frame is whole, and what is in it is for others to judge. */
    @Test
    void bodyThatIsCutShouldBeHandedOnAndKeepTheSession() throws Exception {
        link.deliverTo(this::keep);
        byte[] whole = DeliverSmOctets.receipt(1, "id:1 stat:DELIVRD", "");
        for (int length = 16; length < whole.length; length++) {
            smsc.send(ByteBuffer.wrap(Arrays.copyOf(whole, length))
                    .putInt(0, length)
                    .array());
        }
        await().until(() -> smsc.count(DELIVER_SM_RESP) == whole.length - 16);
        assertEquals(whole.length - 16, kept.size());
        assertEquals(1, smsc.count(BIND_TRANSCEIVER));
    }

    @Test
    void longestMessageShouldBeTaken() throws Exception {
        link.deliverTo(this::keep);
        byte[] longest = DeliverSmOctets.data(1, "\4\44\377\377" + "x".repeat(0xFFFF));
        smsc.send(longest);
        await().until(() -> smsc.count(DeliverSmOctets.DATA_SM | RESPONSE) == 1);
        assertArrayEquals(longest, kept.get(0).octets());
    }

    private void keep(List<SmscPdu> pdus) {
        batches.add(pdus.size());
        kept.addAll(pdus);
    }

    private void keepSlowly(List<SmscPdu> pdus) {
        batches.add(pdus.size());
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        kept.addAll(pdus);
    }

    private void stopLink() {
        try {
            link.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer response(int commandId, int status, int sequenceNumber) {
        return ByteBuffer.wrap(WireSmsc.pdu(commandId, status, sequenceNumber, "\0"));
    }
}
