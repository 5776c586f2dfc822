package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSCEIVER;
import static org.caravansms.smsc.WireSmsc.DELIVER_SM;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.caravansms.smsc.DeliverSmOctets;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the SMSC sends is published before it is told that it is taken: traps 9 and 13 of camel-smpp, and a queue that is
 * full. {@code -Dcaravan.burst=100000} makes trap 13's burst larger.
 */
class DeliverSmTest {

    private static final String EVENTS = "sms.events";
    private static final String STORE = "sms.events::sms.store";
    private static final int DELIVER_SM_RESP = DELIVER_SM | RESPONSE;
    private static final int BURST = Integer.getInteger("caravan.burst", 5000);

    @TempDir
    Path data;

    private WireSmsc smsc;
    private RunningGateway gateway;
    private Queues queues;

    @BeforeEach
    void start() throws Exception {
        smsc = WireSmsc.start((id, sequence) -> (id & RESPONSE) == 0 ? WireSmsc.ok(id, sequence) : null);
        gateway = RunningGateway.start(data, smsc.port());
        queues = new Queues();
        // whoever reads the queue would leave nothing to see
        gateway.camel().getRouteController().stopRoute("store");
        await().until(() -> smsc.count(BIND_TRANSCEIVER) == 1);
    }

    @AfterEach
    void stop() throws Exception {
        queues.close();
        gateway.close();
        smsc.close();
    }

    @Test
    void trap9FailedAndTextlessReceiptsShouldBeEventsWithTheirOctets() throws Exception {
        List<byte[]> receipts = List.of(
                DeliverSmOctets.receipt(
                        1,
                        "id:1 sub:001 dlvrd:000 submit date:2611231200 done date:2611231201 stat:FAILED err:00A text:",
                        ""),
                DeliverSmOctets.receipt(2, "", "\0\36\0\0037f\0" + "\4\47\0\1\5"),
                DeliverSmOctets.data(3, "\0\36\0\0037f\0" + "\4\47\0\1\2"),
                DeliverSmOctets.receipt(4, "not at all what one looks like \200\377", ""));
        smsc.send(DeliverSmOctets.joined(receipts));
        byte[] message = DeliverSmOctets.message(5, "hello");
        smsc.send(message);
        await().until(() -> smsc.responses().size() == 5);
        assertEquals(List.of(0, 0, 0, 0, 0), statuses());
        assertSame(receipts, receipts());
        JsonNode last = events().get(4);
        assertEquals("part", last.get("type").textValue());
        assertEquals("hello", last.at("/part/text").textValue());
    }

    @Test
    void trap13BurstShouldBeFewMessagesOfEventsAndNoneOfItRefused() throws Exception {
        byte[] burst = DeliverSmOctets.burst(BURST);
        long start = System.nanoTime();
        smsc.send(burst);
        await().atMost(Duration.ofSeconds(60)).until(() -> smsc.count(DELIVER_SM_RESP) == BURST);
        System.out.printf("%d receipts taken in %d ms%n", BURST, (System.nanoTime() - start) / 1_000_000);
        assertTrue(statuses().stream().allMatch(status -> status == 0));
        assertArrayEquals(burst, DeliverSmOctets.joined(receipts()));
        assertTrue(queues.browse(STORE).size() < BURST / 10);
    }

    @Test
    void fullQueueShouldHaveTheSmscKeepItAndTakeItTheNextTime() throws Exception {
        queues.manage("addAddressSettings", EVENTS, """
                {"maxSizeBytes":1000,"pageSizeBytes":500,"addressFullMessagePolicy":"FAIL"}""");
        int before = 0;
        while (!statuses().contains(0x64)) {
            int answers = ++before;
            assertTrue(answers < 1000, "the queue is never full");
            smsc.send(DeliverSmOctets.burst(1));
            await().until(() -> smsc.responses().size() == answers);
        }
        int after = before;
        int kept = receipts().size();
        assertEquals(kept, statuses().stream().filter(status -> status == 0).count());
        queues.manage("addAddressSettings", EVENTS, """
                {"maxSizeBytes":100000000,"addressFullMessagePolicy":"FAIL"}""");
        smsc.send(DeliverSmOctets.burst(2));
        await().until(() -> smsc.responses().size() == after + 2);
        assertEquals(List.of(0, 0), statuses().subList(after, after + 2));
        assertEquals(kept + 2, receipts().size());
    }

    @Test
    void stoppedRouteShouldHaveTheSmscKeepItAndLetTheOthersGoOn() throws Exception {
        gateway.camel().getRouteController().stopRoute("deliver-sm-sandbox-1");
        smsc.send(DeliverSmOctets.burst(1));
        await().until(() -> smsc.responses().size() == 1);
        gateway.send("recipient=36201234567&messagedata=x");
        await().until(() -> smsc.count(WireSmsc.SUBMIT_SM) == 1);
        gateway.camel().getRouteController().startRoute("deliver-sm-sandbox-1");
        smsc.send(DeliverSmOctets.burst(1));
        await().until(() -> smsc.responses().size() == 2);
        assertEquals(List.of(0x64, 0), statuses());
        assertEquals(1, smsc.count(BIND_TRANSCEIVER));
    }

    /** What came while the gateway stopped, and was not taken, has no answer: the SMSC sends it to the next session. */
    @Test
    void stopInABurstShouldRefuseNothingAndUnbindLast() throws Exception {
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            try {
                smsc.send(DeliverSmOctets.burst(10 * BURST));
            } catch (IOException e) {
                // the gateway has gone
            }
        });
        await().until(() -> smsc.count(DELIVER_SM_RESP) > BURST / 10);
        gateway.close();
        sender.join();
        assertEquals(Set.of(0), Set.copyOf(statuses()));
        List<Integer> commands = smsc.commands();
        assertEquals(WireSmsc.UNBIND, commands.get(commands.size() - 1));
    }

    private List<Integer> statuses() {
        return smsc.responses().stream().map(response -> response.getInt(8)).toList();
    }

    private List<byte[]> receipts() throws Exception {
        List<byte[]> pdus = new ArrayList<>();
        for (JsonNode event : events()) {
            if (event.get("type").textValue().equals("receipt")) {
                pdus.add(event.at("/receipt/pdu").binaryValue());
            }
        }
        return pdus;
    }

    /** @return those that the store has not read, all of the SMSC */
    private List<JsonNode> events() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (var message : queues.browse(STORE)) {
            for (JsonNode event :
                    new JsonMapper().readTree(message.getBody(String.class)).get("events")) {
                assertEquals("sandbox", event.get("provider").textValue());
                events.add(event);
            }
        }
        return events;
    }

    private static void assertSame(List<byte[]> expected, List<byte[]> actual) {
        assertEquals(
                expected.stream().map(ByteBuffer::wrap).toList(),
                actual.stream().map(ByteBuffer::wrap).toList());
    }
}
