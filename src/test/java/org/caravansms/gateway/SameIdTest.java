package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that comes again under the name that its client gave it: the first report again, and one submit_sm. */
class SameIdTest {

    private static final String IDS = "sms.client-ids";

    @TempDir
    static Path data;

    private static Smsc smsc;
    private static RunningGateway gateway;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        smsc = Smsc.start();
        gateway = RunningGateway.start(data, smsc.port());
        queues = new Queues();
    }

    @AfterAll
    static void stop() throws Exception {
        queues.close();
        gateway.close();
        smsc.close();
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
        assertEquals(first, gateway.send("messagecount=1&recipient0=333444&messagedata0=second&messageid0=other-text"));
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
                "{\"messages\":[{\"message_id\":\"both\",\"to_address\":\"333\",\"text\":\"json\"}]}");
        assertTrue(form.contains("<statuscode>0</statuscode>"), form);
        assertTrue(json.contains("\"message_id\":\"both\""), json);
        assertTrue(json.contains("\"text\":\"dialect\""), json);
        assertTrue(json.contains("\"status\":\"SUCCESS\""), json);
        assertSent("dialect");
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

    private static void awaitKept() {
        await().until(() -> queues.browse(IDS).isEmpty());
    }
}
