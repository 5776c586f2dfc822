package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelExecutionException;
import org.caravansms.FreePort;
import org.caravansms.simulator.InboundSms;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health, metrics and versions on the port of monitoring, of a gateway with a bound provider and one that is away. */
class ObserveTest {

    private static final int PORT = FreePort.next();
    private static final String TO = "recipient=%2B36201234567&messagedata=";
    private static final ReceivedCallbacks CALLBACKS = callbacks();

    @RegisterExtension
    static final TestApi api = new TestApi(
            "SMS_OBSERVE_ENABLED", "true",
            "SMS_OBSERVE_PORT", Integer.toString(PORT),
            "SMS_CALLBACK_HOSTS", "127.0.0.1:" + CALLBACKS.port(),
            "SMS_CALLBACK_PRIVATE_NETWORKS", "true",
            "sms.provider.away.host", "127.0.0.1",
            "sms.provider.away.port", Integer.toString(FreePort.next()),
            "sms.provider.away.system-id", "caravan",
            "sms.provider.away.password", "secret12",
            "sms.provider.away.queues", "sms.outbound.away");

    private static ReceivedCallbacks callbacks() {
        try {
            return ReceivedCallbacks.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        CALLBACKS.close();
    }

    @Test
    void providerThatIsAwayShouldBeAWarningInWordsAndNotMakeTheGatewayUnready() throws Exception {
        for (String path : List.of("", "/live", "/ready")) {
            HttpAnswer answer = get("/observe/health" + path);
            assertTrue(answer.head().startsWith("HTTP/1.1 200 "), answer.head());
            assertEquals("UP", TestApi.json(answer).at("/status").asText());
        }
        assertEquals("WARNING", check("provider-away").at("/status").asText());
        assertTrue(check("provider-away").at("/message").asText().startsWith("away, not bound "));
        await().until(() -> check("provider-sandbox").at("/status").asText().equals("UP"));
        assertEquals("UP", check("providers").at("/status").asText());
        assertEquals("1 of 2 binds are bound", check("providers").at("/message").asText());
    }

    @Test
    void livenessShouldAskWhatOnlyARestartMends() throws Exception {
        JsonNode live = TestApi.json(get("/observe/health/live"));
        List<String> names = StreamSupport.stream(live.at("/checks").spliterator(), false)
                .map(check -> check.at("/name").asText())
                .toList();
        assertEquals(List.of("context", "broker"), names);
    }

    @Test
    void eachPartShouldHaveACheck() throws Exception {
        for (String name : List.of("broker", "disk", "store", "dead-letters", "certificate")) {
            assertEquals("UP", check(name).at("/status").asText(), name);
            assertFalse(check(name).at("/message").asText().isBlank(), name);
        }
    }

    @Test
    void infoShouldNameTheVersions() throws Exception {
        JsonNode info = TestApi.json(get("/observe/info"));
        assertEquals("Caravan", info.at("/name").asText());
        assertEquals(api.camel().getVersion(), info.at("/camel").asText());
        assertTrue(info.at("/uptimeSeconds").isNumber());
    }

    @Test
    void messageShouldBeCountedAtEachOfItsSteps() throws Exception {
        double accepted = value("caravan_accepted_total{user=\"admin\"}");
        double submitted = value("caravan_submitted_total{provider=\"sandbox\",status=\"0x00\"}");
        api.send(TO + "counted&reporturl=" + TestApi.encoded("http://127.0.0.1:" + CALLBACKS.port() + "/r"));
        await().until(() -> value("caravan_receipts_total{provider=\"sandbox\",state=\"delivered\"}") >= 1);
        await().until(() -> value("caravan_callbacks_total{outcome=\"delivered\",receiver=\"host-127-0-0-1_"
                        + CALLBACKS.port() + "\"}")
                >= 1);
        assertEquals(accepted + 1, value("caravan_accepted_total{user=\"admin\"}"));
        assertEquals(submitted + 1, value("caravan_submitted_total{provider=\"sandbox\",status=\"0x00\"}"));
        for (String timed : List.of("request", "accepted_to_submitted", "submitted_to_delivered")) {
            await(timed).until(() -> value("caravan_" + timed + "_seconds_count") >= 1);
        }
    }

    @Test
    void refusalShouldBeCountedOnceByItsCode() throws Exception {
        double before = value("caravan_refused_total{code=\"1\"}");
        api.send("recipient=nobody&messagedata=refused");
        api.send("messagecount=2&recipient0=nobody&messagedata0=refused&recipient1=%2B36201234567&messagedata1=good");
        assertEquals(before + 2, value("caravan_refused_total{code=\"1\"}"));
        double logins = value("caravan_refused_total{code=\"1157\"}");
        api.form("action=sendmessage&username=admin&password=wrong&" + TO + "x");
        assertEquals(logins + 1, value("caravan_refused_total{code=\"1157\"}"));
    }

    /** Each counts once, whatever else may have a part in it. */
    @ParameterizedTest
    @CsvSource({
        "form, 1",
        "document, 1",
        "rubbish as a document, 5",
        "another path, 12",
        "queue, 1",
        "rubbish on the queue, 5",
        "submit_sm, 1",
        "unreadable submit_sm, 5",
        "route, 1",
        "rubbish of a route, 5"
    })
    void refusalShouldBeCountedOnceWhateverTheWay(String way, String code) throws Exception {
        Map<String, Double> expected = refused();
        expected.merge(code, 1.0, Double::sum);
        beRefused(way);
        await().untilAsserted(() -> assertEquals(expected, refused()));
    }

    private static void beRefused(String way) throws Exception {
        String message = "{\"to\":\"nobody\",\"text\":\"x\"}";
        switch (way) {
            case "form" -> api.send("recipient=nobody&messagedata=x");
            case "document" -> api.sendmsg("{\"messages\":[{\"recipient\":\"nobody\",\"messagedata\":\"x\"}]}");
            case "rubbish as a document" -> api.sendmsg("rubbish");
            case "another path" -> api.get("/another");
            case "queue" -> api.queues().put("sms.submit", message);
            case "rubbish on the queue" -> api.queues().put("sms.submit", "rubbish");
            case "submit_sm" -> refusedSubmit("0", 0);
            case "unreadable submit_sm" -> refusedSubmit("36201234567", 99);
            case "route" -> send(message);
            default -> assertThrows(CamelExecutionException.class, () -> send("rubbish"));
        }
    }

    private static void refusedSubmit(String to, int priority) throws IOException {
        try (Esme esme = Esme.bound(api.smppPort())) {
            esme.destination = to;
            esme.priority = priority;
            assertThrows(NegativeResponseException.class, () -> esme.submit("x"));
        }
    }

    private static void send(String document) {
        api.camel().createProducerTemplate().requestBody("direct:send", document);
    }

    /** @return by their codes */
    private static Map<String, Double> refused() throws IOException {
        return page().lines()
                .filter(line -> line.startsWith("caravan_refused_total{"))
                .collect(Collectors.toMap(
                        line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ')))));
    }

    @Test
    void gaugesShouldShowBindsQueuesDiskAndStore() throws Exception {
        await().until(() -> value("caravan_bound{bind=\"1\",provider=\"sandbox\"}") == 1);
        assertEquals(0, value("caravan_bound{bind=\"1\",provider=\"away\"}"));
        assertEquals(100, value("caravan_window_size{bind=\"1\",provider=\"sandbox\"}"));
        assertEquals(Double.POSITIVE_INFINITY, value("caravan_rate_allowed{bind=\"1\",provider=\"sandbox\"}"));
        assertTrue(value("caravan_disk_used_ratio") > 0);
        assertTrue(value("caravan_journal_bytes") > 0);
        assertTrue(value("caravan_store_lag_seconds") >= 0);
        assertEquals(0, value("caravan_in_doubt"));
        assertTrue(value("process_uptime_seconds") > 0);
    }

    @Test
    void waitingMessagesShouldBeCountedOneByOne() throws Exception {
        api.send("messagecount=3&recipient0=%2B36201111111&messagedata0=a&serviceprovider0=away"
                + "&recipient1=%2B36201111111&messagedata1=b&serviceprovider1=away"
                + "&recipient2=%2B36201111111&messagedata2=c&serviceprovider2=away");
        await().until(() -> value("caravan_queue_messages{queue=\"sms.outbound.away\"}") == 3);
        await().until(() -> value("caravan_queue_oldest_seconds{queue=\"sms.outbound.away\"}") > 0);
        assertTrue(value("caravan_queue_oldest_seconds{queue=\"sms.outbound.away\"}") < 3600);
    }

    @Test
    void pageShouldHaveNoNumberAndNoText() throws Exception {
        api.send("recipient=%2B36209998877&messagedata=Confidential");
        api.smsc().deliver(InboundSms.text("36208887766", "1616", "Secretive"));
        await().until(() -> value("caravan_receipts_total{provider=\"sandbox\",state=\"delivered\"}") >= 1);
        String page = page();
        for (String secret : List.of("36209998877", "Confidential", "36208887766", "Secretive", "secret12")) {
            assertFalse(page.contains(secret), secret);
        }
    }

    @Test
    void pageShouldBePrometheusText() throws Exception {
        HttpAnswer answer = get("/observe/metrics");
        assertTrue(answer.head().contains("Content-Type: text/plain; version=0.0.4"), answer.head());
        Pattern line = Pattern.compile("#.*|[a-z0-9_]+(\\{.*})? [-+0-9.eE]+|[a-z0-9_]+(\\{.*})? (NaN|[+-]?Inf)");
        assertEquals(
                List.of(),
                page().lines().filter(each -> !line.matcher(each).matches()).toList());
    }

    @Test
    void otherPathsAndMethodsShouldGiveNothing() throws Exception {
        assertTrue(get("/observe").head().startsWith("HTTP/1.1 404 "));
        assertTrue(HttpAnswer.toPost(PORT, "/observe/metrics", "text/plain", "x")
                .head()
                .startsWith("HTTP/1.1 405 "));
    }

    private static HttpAnswer get(String path) throws IOException {
        return HttpAnswer.to(PORT, "GET " + path + " HTTP/1.0\r\nHost: x\r\n\r\n");
    }

    private static String page() throws IOException {
        return new String(get("/observe/metrics").octets(), StandardCharsets.UTF_8);
    }

    /** @return the value of a series, 0 while there is none */
    private static double value(String series) throws IOException {
        return page().lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1).replace("Inf", "Infinity"))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }

    private static JsonNode check(String name) throws IOException {
        JsonNode checks = TestApi.json(get("/observe/health")).at("/checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.at("/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
