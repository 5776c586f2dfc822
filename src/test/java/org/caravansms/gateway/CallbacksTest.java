package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients and webhooks are told over HTTP of what becomes of messages. */
class CallbacksTest {

    @TempDir
    Path data;

    @Test
    void reportUrlShouldBeCalledWithTheKeywordsReplacedInTheOrderOfTheMessagesLife() throws Exception {
        try (ReceivedCallbacks seen = ReceivedCallbacks.start();
                TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = start(smsc, "localhost")) {
            String template = "http://localhost:" + seen.port()
                    + "/dlr?s=$status&c=$statuscode&m=$statusmessage&t=$messagedata&r=$recipient&u=$unknown";
            gateway.send(
                    "recipient=%2B36201234567&messagedata=a%26b+%24status+%C3%A9" + "&reporturl=" + encoded(template));
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.requests().size() == 2);
            String rest = "&t=a%26b+%24status+%C3%A9&r=%2B36201234567&u=$unknown";
            assertEquals(
                    List.of(
                            "/dlr?s=deliveredtonetwork&c=0&m=Delivered+to+network" + rest,
                            "/dlr?s=deliveredtohandset&c=0&m=Delivered+to+handset" + rest),
                    seen.uris());
            assertEquals("GET", seen.requests().get(0).method());
            String sent = """
                    {"to":"+36201234567","text":"x","reportUrl":"http://localhost:%d/sent?s=$status"}""".formatted(seen.port());
            gateway.camel().createProducerTemplate().requestBody("direct:send", sent);
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.uris().contains("/sent?s=deliveredtohandset"));
        }
    }

    @Test
    void hostThatIsNotAllowedAndPrivateAddressesShouldNotBeCalled() throws Exception {
        try (ReceivedCallbacks seen = ReceivedCallbacks.start();
                TestSmsc smsc = TestSmsc.start();
                Queues queues = openAfter(RunningGateway.start(
                        data, smsc.port(), "SMS_CALLBACK_HOSTS", "127.0.0.1", "SMS_CALLBACK_ATTEMPTS", "1"));
                SeenLog log = SeenLog.attach()) {
            running.send(
                    "recipient=%2B361&messagedata=x&reporturl=" + encoded("http://localhost:" + seen.port() + "/"));
            running.send(
                    "recipient=%2B362&messagedata=x&reporturl=" + encoded("http://127.0.0.1:" + seen.port() + "/"));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> queues.browse("sms.callbacks.dead").size() == 2);
            assertTrue(queues.browse("sms.callbacks.dead")
                    .get(0)
                    .getStringProperty("SmsReason")
                    .startsWith("no address: it has no public address"));
            assertEquals(List.of(), seen.requests());
            assertEquals(1, log.linesWith("No callback to localhost").size());
        } finally {
            running.close();
        }
    }

    @Test
    void secondCallbackShouldWaitUntilTheFirstIsTaken() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (ReceivedCallbacks seen = ReceivedCallbacks.answering(request -> tries.incrementAndGet() < 4 ? 503 : 204);
                TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = start(smsc, "localhost")) {
            gateway.send("recipient=%2B36201234567&messagedata=x&reporturl="
                    + encoded("http://localhost:" + seen.port() + "/$status"));
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.uris().contains("/deliveredtohandset"));
            assertEquals(
                    List.of(
                            "/deliveredtonetwork",
                            "/deliveredtonetwork",
                            "/deliveredtonetwork",
                            "/deliveredtonetwork",
                            "/deliveredtohandset"),
                    seen.uris());
            assertEquals(
                    2,
                    seen.requests().stream()
                            .map(request -> request.headers().get("caravan-event-id"))
                            .distinct()
                            .count());
        }
    }

    @Test
    void deadReceiverShouldBeToldOnceAndItsReturnWithCounts() throws Exception {
        AtomicInteger status = new AtomicInteger(503);
        try (ReceivedCallbacks seen = ReceivedCallbacks.answering(request -> status.get());
                TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = start(smsc, "localhost", "SMS_CALLBACK_ATTEMPTS", "1");
                SeenLog log = SeenLog.attach()) {
            String form = "recipient=%2B36201234567&messagedata=x&reporturl="
                    + encoded("http://localhost:" + seen.port() + "/?secret");
            for (int i = 0; i < 10; i++) {
                gateway.send(form);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.requests().size() == 20);
            status.set(200);
            gateway.send(form);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !log.linesWith("taken again").isEmpty());
            String receiver = "Callbacks to localhost:" + seen.port();
            assertEquals(2, log.linesWith(receiver).size(), log.lines().toString());
            assertTrue(log.lines().stream().anyMatch(line -> line.contains(receiver + " fail: status 503.")));
            assertTrue(log.lines().stream()
                    .anyMatch(line -> line.contains(
                            receiver + " are taken again; 20 tries failed meanwhile, 20 callbacks were given up")));
        }
    }

    @Test
    void slowReceiverShouldDelayOnlyItself() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (ReceivedCallbacks slow = ReceivedCallbacks.answering(request -> answerAfter(held));
                ReceivedCallbacks quick = ReceivedCallbacks.start();
                TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = start(smsc, "localhost,127.0.0.1")) {
            String url = encoded("http://localhost:" + slow.port() + "/");
            for (int i = 0; i < 20; i++) {
                gateway.send("recipient=%2B36201234567&messagedata=x&reporturl=" + url);
            }
            gateway.send("recipient=%2B36201234567&messagedata=x&reporturl="
                    + encoded("http://127.0.0.1:" + quick.port() + "/"));
            await().atMost(Duration.ofSeconds(10)).until(() -> quick.requests().size() == 2);
            held.countDown();
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.requests().size() >= 40);
        }
    }

    @Test
    void webhookShouldBePostedASignedDocumentOfEachMessage() throws Exception {
        try (ReceivedCallbacks seen = ReceivedCallbacks.start();
                TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(
                        data,
                        smsc.port(),
                        "sms.webhook.crm.url",
                        "http://localhost:" + seen.port() + "/hook",
                        "sms.webhook.crm.secret",
                        "s3cret")) {
            gateway.send("recipient=%2B36201234567&messagedata=private");
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.requests().size() == 2);
            ReceivedCallbacks.Request first = seen.requests().get(0);
            JsonNode document = new JsonMapper().readTree(first.body());
            assertEquals("submitted", document.get("type").asText());
            assertEquals("deliveredtonetwork", document.get("status").asText());
            assertEquals("+36201234567", document.get("to").asText());
            assertFalse(first.body().contains("private"), "a receipt needs no text");
            String[] signature = first.headers().get("caravan-signature").split("[=,]");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((signature[1] + "." + first.body()).getBytes(StandardCharsets.UTF_8));
            assertEquals(HexFormat.of().formatHex(digest), signature[3]);
        }
    }

    private RunningGateway running;

    private Queues openAfter(RunningGateway gateway) throws Exception {
        running = gateway;
        return new Queues();
    }

    private RunningGateway start(TestSmsc smsc, String hosts, String... more) throws Exception {
        String[] settings = {
            "SMS_CALLBACK_HOSTS",
            hosts,
            "SMS_CALLBACK_PRIVATE_NETWORKS",
            "true",
            "SMS_CALLBACK_RETRY_DELAY_MILLIS",
            "100"
        };
        return RunningGateway.start(
                data,
                smsc.port(),
                Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new));
    }

    private static int answerAfter(CountDownLatch latch) {
        try {
            latch.await(8, TimeUnit.SECONDS);
            return 200;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
