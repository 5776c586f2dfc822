package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.store.IdempotencyStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that comes again under the name that its client gave it: the first report again, and one submit_sm. */
class SameIdTest {

    private static final String IDS = "sms.client-ids";
    private static final String SENDMSG = "action=sendmsg&username=admin&password=abc123";
    private static final List<String> NUMBERS = List.of("+36201111111", "+36202222222");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path data;

    private static TestSmsc smsc;
    private static RunningGateway gateway;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        keepAsBefore();
        startGateway();
    }

    private static void startGateway() throws Exception {
        gateway = RunningGateway.start(data, smsc.port());
        queues = new Queues();
    }

    /** What a gateway left behind whose keys had no recipient. */
    private static void keepAsBefore() {
        String message = """
                {"v":1,"id":"0193-before","user":"admin","originator":"1","recipient":"+36201111111","type":"SMS:TEXT",
                "text":"before","acceptedAt":"2026-11-22T10:00:00Z","clientId":"order-1"}""";
        try (IdempotencyStore ids = new IdempotencyStore(
                data.resolve("client-ids.db"), Duration.ofHours(24), Clock.systemUTC(), batches -> {})) {
            ids.store(Map.of("admin\norder-1", message));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        stop(queues, gateway, smsc);
    }

    private static void stop(AutoCloseable... parts) throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    @BeforeEach
    void forget() {
        await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
        smsc.received().clear();
    }

    @Test
    void sameIdShouldGetTheFirstReportAndBeSentOnce() {
        String first = gateway.send("messagecount=1&recipient0=111222&messagedata0=once&messageid0=again");
        assertEquals(first, gateway.send("messagecount=1&recipient0=111222&messagedata0=once&messageid0=again"));
        assertSent("once");
    }

    @Test
    void sameIdWithAnotherTextShouldGetTheFirstReport() {
        String first = gateway.send("messagecount=1&recipient0=111222&messagedata0=first&messageid0=other-text");
        awaitKept();
        assertEquals(first, gateway.send("messagecount=1&recipient0=111222&messagedata0=second&messageid0=other-text"));
        assertSent("first");
    }

    @Test
    void sameIdTwiceInARequestShouldBeOneMessage() {
        String answer = gateway.send("messagecount=2&recipient0=111222&messagedata0=a&messageid0=twin"
                + "&recipient1=111222&messagedata1=b&messageid1=twin");
        assertEquals(1, Set.copyOf(Xml.values(answer, "messageid\\d")).size(), answer);
        assertEquals(List.of("a", "a"), Xml.values(answer, "messagedata\\d"));
        assertSent("a");
    }

    @Test
    void sameIdOfBothDialectsShouldBeOneMessage() {
        String form = gateway.send("recipient=111222&messagedata=dialect&messageid=both");
        String json = gateway.postJson(
                "action=sendmsg&username=admin&password=abc123",
                "{\"messages\":[{\"message_id\":\"both\",\"to_address\":\"111222\",\"text\":\"json\"}]}");
        assertTrue(form.contains("<statuscode>0</statuscode>"), form);
        assertTrue(json.contains("\"message_id\":\"both\""), json);
        assertTrue(json.contains("\"text\":\"dialect\""), json);
        assertTrue(json.contains("\"status\":\"SUCCESS\""), json);
        assertSent("dialect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipient=%2B36201111111,%2B36202222222&messagedata=x&messageid=list",
                "messagecount=2&recipient0=%2B36201111111&messagedata0=x&messageid0=index"
                        + "&recipient1=%2B36202222222&messagedata1=x&messageid1=index"
            })
    void idOfSeveralRecipientsShouldBeAMessageAndAReportForEach(String form) {
        String first = gateway.send(form);
        assertEquals(NUMBERS, Xml.values(first, "recipient"), first);
        assertEquals(2, Set.copyOf(Xml.values(first, "messageid\\d?")).size(), first);
        assertEquals(first, gateway.send(form));
        awaitKept();
        assertEquals(first, gateway.send(form));
        assertSent("x", "x");
        assertEquals(List.of("36201111111", "36202222222"), destinations());
    }

    @Test
    void idOfSeveralRecipientsInJsonShouldBeAMessageAndAReportForEach() throws IOException {
        String document = """
                {"messages":[{"message_id":"json","to_address":"+36201111111","text":"x"},
                {"message_id":"json","to_address":"+36202222222","text":"x"}]}""";
        JsonNode first = JSON.readTree(gateway.postJson(SENDMSG, document));
        assertEquals(NUMBERS, first.findValuesAsText("to_address"));
        assertEquals(first, JSON.readTree(gateway.postJson(SENDMSG, document)));
        assertSent("x", "x");
        assertEquals(List.of("36201111111", "36202222222"), destinations());
    }

    @Test
    void recipientShouldCountAsItWasUnderstood() {
        String first = gateway.send("recipient=%2B36201111111&messagedata=spelt&messageid=spelling");
        assertEquals(first, gateway.send("recipient=tel:%2B36-20/111-11.11&messagedata=spelt&messageid=spelling"));
        assertSent("spelt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20", "%20%09"})
    void blankIdShouldBeNone(String id) throws IOException {
        String form = "recipient=111222&messagedata=blank&messageid=" + id;
        assertNotEquals(gateway.send(form), gateway.send(form));
        assertSent("blank", "blank");
        JsonNode reply = JSON.readTree(gateway.postJson(
                SENDMSG, "{\"messages\":[{\"message_id\":\" \",\"to_address\":\"111\",\"text\":\"the end\"}]}"));
        assertFalse(reply.findValue("message_id").textValue().isBlank(), reply.toString());
    }

    @Test
    void idThatWasKeptWithoutARecipientShouldBelongToTheRecipientOfItsMessage() {
        String form = "recipient=%2B36201111111,%2B36202222222&messagedata=after&messageid=order-1";
        String answer = gateway.send(form);
        assertEquals("0193-before", Xml.values(answer, "messageid").get(0), answer);
        assertEquals(List.of("before", "after"), Xml.values(answer, "messagedata"));
        assertEquals(NUMBERS, Xml.values(answer, "recipient"));
        assertEquals(answer, gateway.send(form));
        assertSent("after");
        assertEquals(List.of("36202222222"), destinations());
    }

    @Test
    void idOfSeveralRecipientsShouldBeKnownAfterARestart() throws Exception {
        String form = "recipient=%2B36201111111;%2B36202222222&messagedata=restart&messageid=restart";
        String first = gateway.send(form);
        stop(queues, gateway);
        startGateway();
        assertEquals(first, gateway.send(form));
        assertSent("restart", "restart");
    }

    @Test
    void rejectedMessageShouldNotHoldItsId() {
        String rejected = gateway.send("messagecount=1&recipient0=nobody&messagedata0=later&messageid0=mended");
        assertEquals(List.of("1"), Xml.values(rejected, "statuscode0"));
        String accepted = gateway.send("messagecount=1&recipient0=111222&messagedata0=later&messageid0=mended");
        assertEquals(List.of("0"), Xml.values(accepted, "statuscode0"));
        assertSent("later");
    }

    @Test
    void manyAtOnceShouldGetOneReportAndSendOnce() {
        for (int round = 0; round < 20; round++) {
            String id = "race" + round;
            List<CompletableFuture<String>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> gateway.send("messagecount=2&recipient0=111222&messagedata0=x&messageid0=" + id
                                    + (i % 2) + "&recipient1=111222&messagedata1=x&messageid1=" + id + (1 - i % 2))))
                    .toList();
            Set<String> ids = answers.stream()
                    .flatMap(answer -> Xml.values(answer.join(), "messageid\\d").stream())
                    .collect(java.util.stream.Collectors.toSet());
            assertEquals(2, ids.size(), ids.toString());
        }
        assertSent(Stream.generate(() -> "x").limit(40).toArray(String[]::new));
    }

    /** What the SMSC got once a message that was sent later has come too. */
    private static void assertSent(String... texts) {
        gateway.send("recipient=111222&messagedata=the+end");
        await().until(() -> smsc.texts().contains("the end"));
        await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
        assertEquals(
                List.of(texts),
                smsc.texts().stream().filter(text -> !text.equals("the end")).toList());
    }

    /** Who got what the test sent, in the order of the numbers. */
    private static List<String> destinations() {
        return smsc.received().stream()
                .filter(submit -> !submit.text().equals("the end"))
                .map(submit -> submit.destination().addr())
                .sorted()
                .toList();
    }

    private static void awaitKept() {
        await().until(() -> queues.browse(IDS).isEmpty());
    }
}
