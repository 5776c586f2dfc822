package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmscPduJsonTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00.123456Z");

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private final SmscPduJson form = new SmscPduJson(pdu -> pdu.octets()[0] % 2 == 0, "sms.receipts", "sms.inbound");
    private final List<SmscPdu> read = new CopyOnWriteArrayList<>();

    @Test
    void pdusShouldBeSortedInTheirOrderUpToAHundredAMessage() {
        List<QueuedText> texts = form.write(pdus(0, 401));
        assertEquals(
                List.of("sms.receipts", "sms.receipts", "sms.receipts", "sms.inbound", "sms.inbound"),
                texts.stream().map(text -> text.delivery().queue()).toList());
        assertEquals(
                List.of(100, 100, 1, 100, 100),
                texts.stream()
                        .map(text -> text.body().split("\"pdu\":").length - 1)
                        .toList());
    }

    @Test
    void formShouldBeAsItIsDocumented() {
        assertEquals(
                "{\"v\":1,\"provider\":\"acme\",\"bind\":2,\"pdus\":[{\"at\":\"2026-11-23T10:00:00.123456Z\",\"pdu\":\"AQCAfw==\"}]}",
                form.write(pdus(1, 2)).get(0).body());
        assertEquals(List.of(), form.write(List.of()));
    }

    @Test
    void pdusShouldBeReadAsTheyWereWritten() throws Exception {
        List<SmscPdu> written = pdus(0, 250);
        BROKER.put(form.write(written).stream().map(QueuedText::body).toList());
        BROKER.receive("batchSize=10", batch -> read.addAll(read(batch)));
        await().until(() -> read.size() == written.size());
        for (SmscPdu pdu : read) {
            assertArrayEquals(written.get(number(pdu)).octets(), pdu.octets());
            assertEquals(List.of("acme", 2, AT), List.of(pdu.provider(), pdu.bind(), pdu.at()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{\"v\":2,\"provider\":\"a\",\"bind\":1,\"pdus\":[]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1}",
                "{\"v\":1,\"provider\":\"a\",\"pdus\":[]}",
                "{\"v\":1,\"bind\":1,\"pdus\":[]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":\"1\",\"pdus\":[]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[null]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[{\"at\":\"now\",\"pdu\":\"\"}]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[{\"at\":\"2026-11-23T10:00:00Z\"}]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[{\"at\":\"2026-11-23T10:00:00Z\",\"pdu\":\"?\"}]}"
            })
    void messageThatCannotBeReadShouldBeFailedAlone(String json) {
        String good = form.write(pdus(1, 2)).get(0).body();
        List<Exchange> batch = List.of(exchange(json), exchange(good));
        assertEquals(1, form.read(batch).size());
        assertEquals(
                List.of(true, false),
                batch.stream().map(message -> message.getException() != null).toList());
    }

    @Test
    void messageThatCannotBeReadShouldGoToTheDeadLetters() throws Exception {
        BROKER.put(List.of("no JSON"));
        BROKER.receive("batchSize=10", batch -> read.addAll(read(batch)));
        await().until(() -> BROKER.texts(BROKER.queue() + ".dead").equals(List.of("no JSON")));
    }

    @SuppressWarnings("unchecked")
    private List<SmscPdu> read(Exchange batch) {
        Message message = batch.getMessage();
        List<Exchange> messages = message.getBody(List.class);
        return form.read(messages);
    }

    private static Exchange exchange(String json) {
        Exchange exchange = new DefaultExchange(BROKER.camel());
        exchange.getMessage().setBody(json);
        return exchange;
    }

    private static List<SmscPdu> pdus(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new SmscPdu("acme", 2, AT, new byte[] {(byte) i, (byte) (i >> 8), (byte) 128, 127}))
                .toList();
    }

    /** It is in the first octets. */
    private static int number(SmscPdu pdu) {
        return (pdu.octets()[0] & 0xFF) + 256 * pdu.octets()[1];
    }
}
