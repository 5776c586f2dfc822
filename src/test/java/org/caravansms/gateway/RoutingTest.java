package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which queue a message waits on whose SMSC is not there. */
class RoutingTest {

    private static final String ABROAD = Queues.OUTBOUND + ".abroad";
    private static final String HUNGARY = Queues.OUTBOUND + ".hungary";
    private static final String OWN = Queues.OUTBOUND + ".sandbox";

    @TempDir
    Path folder;

    private Path rules;
    private RunningGateway gateway;
    private Queues queues;

    @BeforeEach
    void start() throws Exception {
        rules = folder.resolve("routing.rules");
        Files.writeString(rules, HUNGARY + " to=+36\n" + ABROAD + " to=+ priority=6\n");
        gateway = start(rules);
        queues = new Queues();
    }

    @AfterEach
    void stop() throws Exception {
        queues.close();
        gateway.close();
    }

    @Test
    void ruleShouldChooseTheQueueByTheInternationalNumber() throws Exception {
        send("06201234567", "+36201234567", "0036201234567", "+44201234567", "1414");
        assertEquals(List.of("06201234567", "+36201234567", "0036201234567"), recipients(HUNGARY));
        assertEquals(List.of("+44201234567"), recipients(ABROAD));
        assertEquals(List.of("1414"), recipients(Queues.OUTBOUND));
    }

    @Test
    void ruleShouldGiveAPriorityToThoseWhoseClientNamedNone() throws Exception {
        send("+44201234567");
        gateway.send("recipient=%2B44201234568&messagedata=x&priority=4");
        assertEquals(
                List.of(6, 4),
                queues.browse(ABROAD).stream().map(RoutingTest::priority).toList());
    }

    @Test
    void pinnedMessageShouldWaitForItsProvider() throws Exception {
        gateway.send("recipient=1414&messagedata=x&serviceprovider=sandbox");
        gateway.send("recipient=1415&messagedata=x&serviceprovider=GSMModem1");
        assertEquals(List.of("1414"), recipients(OWN));
        assertEquals(List.of("1415"), recipients(Queues.OUTBOUND));
    }

    @Test
    void changedRulesShouldBeInForceAndWrongOnesNot() throws Exception {
        Files.writeString(rules, ABROAD + ".new to=+44\n");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            send("+44201234567");
            return !queues.browse(ABROAD + ".new").isEmpty();
        });
        try (SeenLog log = SeenLog.attach()) {
            Files.writeString(rules, "sms.outbound.dead\n");
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                send("+44201234567");
                return log.linesWith("The rules before stay in force.").size() == 1;
            });
        }
        int before = queues.browse(ABROAD + ".new").size();
        send("+44201234567");
        assertEquals(before + 1, queues.browse(ABROAD + ".new").size());
    }

    @Test
    void wrongRulesShouldStopTheStart() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.rules"), "# one\nsms.outbound.x to=Hungary\n");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> start(wrong));
        assertTrue(refusal.getMessage().startsWith(wrong + ", line 2, column 19: to=Hungary "), refusal.getMessage());
    }

    @Test
    void missingRulesShouldStopTheStart() {
        Path missing = folder.resolve("missing.rules");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> start(missing));
        assertTrue(
                refusal.getMessage().startsWith("The routing rules " + missing + " cannot be read: "),
                refusal.getMessage());
    }

    private RunningGateway start(Path file) throws IOException {
        return RunningGateway.start(
                folder.resolve("data"),
                FreePort.next(),
                "SMS_ROUTING_RULES_FILE",
                file.toString(),
                "SMS_ROUTING_DEFAULT_COUNTRY",
                "HU");
    }

    private void send(String... recipients) {
        String answer = gateway.send(form(recipients));
        assertEquals(recipients.length, answer.split("accepted for delivery", -1).length - 1, answer);
    }

    private static String form(String... recipients) {
        StringBuilder form = new StringBuilder("messagecount=" + recipients.length);
        for (int i = 0; i < recipients.length; i++) {
            form.append("&recipient" + i + "=" + TestApi.encoded(recipients[i]) + "&messagedata" + i + "=x");
        }
        return form.toString();
    }

    private List<String> recipients(String queue) throws Exception {
        List<String> recipients = new ArrayList<>();
        for (String message : queues.messages(queue)) {
            recipients.add(new JsonMapper().readTree(message).get("recipient").textValue());
        }
        return recipients;
    }

    private static int priority(Message message) {
        try {
            return message.getJMSPriority();
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
