package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a message is sent, until when, and before which others. */
class MessageTimeTest {

    private static final DateTimeFormatter SEND_ON_DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter VP = DateTimeFormatter.ofPattern("uuuu.MM.dd. HH:mm:ss");

    @TempDir
    Path data;

    @Test
    void scheduledMessageShouldNotBeSentBeforeItsTime() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            Instant due = inSeconds(4);
            assertAccepted(gateway.send(
                    "recipient=111222&messagedata=later&messageid=mine&sendondate=" + local(due, SEND_ON_DATE)));
            assertAccepted(gateway.send("recipient=111222&messagedata=now"));
            await().until(() -> smsc.texts().equals(List.of("now")));
            await().atMost(Duration.ofSeconds(20)).until(() -> smsc.received().size() == 2);
            assertFalse(Instant.now().isBefore(due), "it came before its time");
            assertEquals(List.of("now", "later"), smsc.texts());
        }
    }

    @Test
    void scheduledMessageShouldSurviveARestart() throws Exception {
        try (TestSmsc smsc = TestSmsc.start()) {
            Instant due;
            try (RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
                due = inSeconds(7);
                assertAccepted(
                        gateway.send("recipient=111222&messagedata=later&sendondate=" + local(due, SEND_ON_DATE)));
            }
            try (RunningGateway again = RunningGateway.start(data, smsc.port())) {
                assertTrue(Instant.now().isBefore(due), "the restart took too long for this test");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> smsc.received().size() == 1);
                assertFalse(Instant.now().isBefore(due), "it came before its time");
                assertEquals(List.of("later"), smsc.texts());
            }
        }
    }

    @Test
    void messageThatIsOfNoMoreUseShouldBeADeadLetter() throws Exception {
        try (RunningGateway gateway = RunningGateway.start(data, FreePort.next());
                Queues queues = new Queues()) {
            Instant until = inSeconds(2);
            assertAccepted(gateway.send("recipient=111222&messagedata=late&messageid=mine&vp=" + local(until, VP)));
            assertAccepted(
                    gateway.send("recipient=111222&messagedata=pinned&serviceprovider=sandbox&vp=" + local(until, VP)));
            assertAccepted(gateway.send("recipient=111222&messagedata=in+time&vp=" + local(inSeconds(3600), VP)));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> queues.browse(Queues.DEAD).size() == 2);
            for (Message dead : queues.browse(Queues.DEAD)) {
                boolean late = dead.getBody(String.class).contains("\"text\":\"late\"");
                assertEquals(Queues.OUTBOUND + (late ? "" : ".sandbox"), dead.getStringProperty("_AMQ_ORIG_QUEUE"));
                assertEquals(until.toEpochMilli(), dead.getLongProperty("_AMQ_ACTUAL_EXPIRY"), 2000.0 + 6000.0);
                assertEquals(0, dead.getJMSExpiration());
            }
            assertEquals(1, queues.browse(Queues.OUTBOUND).size());
        }
    }

    @Test
    void messagesShouldLeaveTheQueueByTheirPriority() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port, "SMS_PROVIDER_SANDBOX_WINDOW", "1")) {
            assertAccepted(gateway.send("messagecount=5&priority=2&recipient0=111222&messagedata0=two"
                    + "&recipient1=111222&messagedata1=nine&priority1=9&recipient2=111222&messagedata2=zero&priority2=0"
                    + "&recipient3=111222&messagedata3=two+too&recipient4=111222&messagedata4=four&priority4=4"));
            assertAccepted(gateway.postJson(
                    "action=sendmsg&username=admin&password=abc123",
                    "{\"messages\":[{\"to_address\":\"111222\",\"text\":\"eight\",\"priority\":8},"
                            + "{\"to_address\":\"111222\",\"text\":\"usual\"}]}"));
            try (TestSmsc smsc = TestSmsc.on(port)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> smsc.received().size() == 7);
                assertEquals(List.of("nine", "eight", "four", "usual", "two", "two too", "zero"), smsc.texts());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2098-01-02 03:04:05", "2098-01-02 03:04:06"})
    void messageThatCouldNeverBeSentShouldBeRejected(String sendOnDate) throws Exception {
        try (RunningGateway gateway = RunningGateway.start(data, FreePort.next())) {
            String answer = gateway.send("messagecount=1&recipient0=111222&messagedata0=x&vp0="
                    + TestApi.encoded("2098.01.02. 03:04:05") + "&sendondate0=" + TestApi.encoded(sendOnDate));
            assertEquals(List.of("10"), Xml.values(answer, "statuscode0"), answer);
            assertEquals(List.of("vp0 is not after sendondate0."), Xml.values(answer, "statusmessage0"));
        }
    }

    private static void assertAccepted(String answer) {
        assertTrue(answer.contains("<statuscode") || answer.contains("\"success_count\":2"), answer);
    }

    /** Clients name whole seconds. */
    private static Instant inSeconds(int seconds) {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond() + seconds);
    }

    private static String local(Instant time, DateTimeFormatter form) {
        return TestApi.encoded(form.format(LocalDateTime.ofInstant(time, ZoneId.systemDefault())));
    }
}
