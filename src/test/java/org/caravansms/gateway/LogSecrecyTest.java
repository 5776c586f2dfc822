package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.caravansms.FreePort;
import org.caravansms.simulator.CommandStatus;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No password, no text and no number is logged or noted on a dead message, whatever goes well or wrong. */
class LogSecrecyTest {

    private static final String TEXT = "Pssst42";
    private static final String NUMBER = "36209998877";
    private static final String PASSWORD = "Hush1234";
    private static final String TO = "&recipient0=%2B" + NUMBER + "&messagedata0=" + TEXT;
    private static final String[] SECRETS = {
        TEXT, NUMBER, PASSWORD, "abc123", Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes())
    };

    @TempDir
    Path data;

    @Test
    void requestsOfAllKindsShouldLeaveNothingInTheLog() throws Exception {
        try (SeenLog log = SeenLog.attach();
                TestSmsc smsc = TestSmsc.answering(submit -> SubmitAnswer.of(CommandStatus.ESME_RINVDSTADR));
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                Queues queues = new Queues()) {
            assertFields(gateway, log);
            requests(gateway);
            rubbish(queues);
            await().until(() -> queues.browse(Queues.DEAD).size() >= 6);
            full(queues, gateway);
            assertTrue(log.lines().size() > 3, "nothing was logged");
            for (String secret : SECRETS) {
                assertEquals(List.of(), log.linesWith(secret));
                for (var dead : queues.browse(Queues.DEAD)) {
                    String reason = String.valueOf(dead.getStringProperty("SmsReason"));
                    assertTrue(!reason.contains(secret), reason);
                }
            }
        }
    }

    /** Of the message that the SMSC refused. */
    private static void assertFields(RunningGateway gateway, SeenLog log) throws IOException {
        String id =
                Xml.values(gateway.send("messagecount=1" + TO), "messageid0?").get(0);
        String fields = "{bind=1, messageId=" + id + ", provider=sandbox, user=admin}";
        await().untilAsserted(() -> assertEquals(
                List.of("DEBUG Provider sandbox refused", "WARN A message goes to the dead-letter queue"),
                log.linesWith(fields).stream()
                        .map(line -> line.replaceFirst(" [^ ]+", "").split(" a submit_sm|: ")[0])
                        .toList()));
    }

    /** Jetty notes the octets of requests at DEBUG, Camel at TRACE what it routes. */
    @Test
    void noLevelShouldLetPasswordsIntoTheLog() throws Exception {
        Path file = data.resolve("everything.log");
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        System.setProperty("caravan.log.format", "json");
        context.setConfigLocation(logEverything(file).toUri());
        try (RunningGateway gateway =
                RunningGateway.start(data, FreePort.next(), "SMS_PROVIDER_SANDBOX_PASSWORD", "Smpp5678")) {
            String query = "action=sendmessage&username=admin&password=" + PASSWORD + TO;
            gateway.get(query);
            gateway.post(query);
            gateway.get("action=sendmessage&username=admin&password=abc123" + TO);
            sendmsg(gateway, PASSWORD, "{\"messages\":[{\"text\":\"x\",\"to_address\":\"111222\"}]}");
            sendmsg(gateway, "abc123", "{\"messages\":[");
        } finally {
            System.clearProperty("caravan.log.format");
            context.setConfigLocation(null);
        }
        String log = Files.readString(file);
        assertTrue(log.contains("DEBUG") && log.contains("TRACE"), "nothing was logged");
        log.lines().forEach(LogSecrecyTest::assertObject);
        for (String secret :
                List.of(PASSWORD, "abc123", TestApi.basic("admin", PASSWORD).substring(21), "Smpp5678")) {
            assertEquals(
                    List.of(),
                    log.lines()
                            .filter(line -> line.contains(secret))
                            .map(line -> line.substring(0, Math.min(line.length(), 100)))
                            .toList());
        }
    }

    private static void assertObject(String line) {
        JsonNode object = assertDoesNotThrow(() -> new ObjectMapper().readTree(line), line);
        for (String field : List.of("timestamp", "level", "logger", "thread", "message")) {
            assertTrue(object.path(field).isTextual(), line);
        }
    }

    /** The configuration that ships, with each logger at the lowest level, in a file. */
    private Path logEverything(Path log) throws IOException {
        String shipped = Files.readString(Path.of("config/log4j2.properties"))
                .replaceAll("(?m)^(rootLogger|logger\\.\\w+)\\.level=.*$", "$1.level=trace")
                .replace(
                        "appender.console.type=Console",
                        "appender.console.type=File\nappender.console.fileName=" + log);
        return Files.writeString(data.resolve("everything.properties"), shipped);
    }

    private static void requests(RunningGateway gateway) throws IOException {
        gateway.send("messagecount=1" + TO);
        gateway.send("messagecount=1" + TO + "&vp0=" + TEXT + "&messagetype0=" + TEXT);
        gateway.send("messagecount=1" + TO.repeat(3) + "%zz");
        gateway.send("messagecount=1" + TO + "%ff");
        gateway.send("messagecount=" + TEXT + TO);
        gateway.post("action=sendmessage&username=admin&password=" + PASSWORD + "&messagecount=1" + TO);
        String json = "{\"messages\":[{\"text\":\"%s\",\"to_address\":%s,\"submit_report_requested\":%s}]%s";
        for (String end : List.of("}", "}{", "")) {
            for (String value : List.of("true", "\"" + TEXT + "\"", TEXT)) {
                sendmsg(gateway, "abc123", json.formatted(TEXT, "\"+" + NUMBER + "\"", value, end));
                sendmsg(gateway, "abc123", json.formatted(TEXT, "{\"" + NUMBER + "\":1}", value, end));
            }
        }
        sendmsg(gateway, PASSWORD, json.formatted(TEXT, "\"" + NUMBER + "\"", "true", "}"));
    }

    private static void sendmsg(RunningGateway gateway, String password, String document) throws IOException {
        HttpAnswer.toPost(
                gateway.port(),
                "/api?action=sendmsg&" + TEXT,
                "application/json",
                document,
                TestApi.basic("admin", password));
    }

    /** What a producer of its own may leave on the queue, wrong in every part that is looked at. */
    private static void rubbish(Queues queues) throws JMSException {
        queues.put(Queues.OUTBOUND, TEXT);
        queues.put(Queues.OUTBOUND, "{\"v\":1,\"id\":\"" + TEXT);
        queues.put(Queues.OUTBOUND, queued("+44777888", "+" + NUMBER.repeat(3), "SMS:TEXT", TEXT));
        queues.put(Queues.OUTBOUND, queued(TEXT.repeat(9), "+" + NUMBER, "SMS:TEXT", TEXT));
        queues.put(Queues.OUTBOUND, queued("+44777888", "+" + NUMBER, TEXT, TEXT));
        queues.put(Queues.OUTBOUND, queued("+44777888", "+" + NUMBER, "SMS:BINARY", TEXT));
        queues.put(Queues.OUTBOUND, queued("+44777888", "+" + NUMBER, "SMS:TEXT", TEXT.repeat(60)));
    }

    private static String queued(String originator, String recipient, String type, String text) {
        return "{\"v\":1,\"id\":\"i\",\"user\":\"u\",\"originator\":\"%s\",\"recipient\":\"%s\",\"type\":\"%s\",\"text\":\"%s\",\"acceptedAt\":\"%s\"}"
                .formatted(originator, recipient, type, text, Instant.EPOCH);
    }

    private static void full(Queues queues, RunningGateway gateway) throws Exception {
        queues.manage("addAddressSettings", Queues.OUTBOUND, """
                {"maxSizeBytes":1000,"pageSizeBytes":500,"addressFullMessagePolicy":"FAIL"}""");
        String many = TO + TO.replace("0=", "1=") + TO.replace("0=", "2=") + TO.replace("0=", "3=")
                + "&priority0=0&priority1=1&priority2=2&priority3=3";
        String answer = gateway.send("messagecount=4" + many);
        assertEquals(List.of("20"), Xml.values(answer, "errorcode"), answer);
    }
}
