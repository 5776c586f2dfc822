package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.caravansms.FreePort;
import org.caravansms.gateway.Operator.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees and does of messages out of the flow, over the gateway's socket. No SMSC is there to send them. */
class OperatorTest {

    private static final String DOUBT = "sms.outbound.doubt";
    private static final String EXPIRED = "sms.dead";

    @TempDir
    static Path data;

    private static RunningGateway gateway;
    private static Queues queues;
    private static Operator operator;

    @BeforeAll
    static void start() throws Exception {
        // where the broker puts what expires
        gateway = RunningGateway.start(data, FreePort.next(), "SMS_QUEUE_OUTBOUND_DEAD", EXPIRED);
        queues = new Queues();
        operator = new Operator(data);
    }

    @AfterAll
    static void stop() throws Exception {
        queues.close();
        gateway.close();
        assertFalse(Files.exists(data.resolve("caravan.sock")));
    }

    @AfterEach
    void empty() throws Exception {
        operator.ask("dead", "drop", "--all");
        operator.ask("doubt", "drop", "--all");
        while (!queues.browse(Queues.OUTBOUND).isEmpty()) {
            queues.take(Queues.OUTBOUND);
        }
    }

    @Test
    void listShouldShowWhatIsKnownButNoTextAndNoWholeNumber() throws Exception {
        bury("a1", "invalid number", "SmsProvider", "north", "SmsSince", 1_700_000_000_000L);
        queues.put(EXPIRED, "rubbish \u001b[2J secret", "SmsReason", "it is not JSON\u001b[2J\nforged");
        Answered list = operator.ask("dead", "list");
        assertEquals(0, list.exitCode());
        String[] lines = list.text().split("\n");
        assertTrue(lines[0].matches("ID +SINCE +USER +RECIPIENT +PROVIDER +REASON"), lines[0]);
        assertTrue(
                lines[1].matches("a1 +2023-11-14T22:13:20Z  admin  \\+36203\\*{6}  north +invalid number"), lines[1]);
        assertTrue(lines[2].matches("ID:\\S+ +20\\S+Z  - +- +- +it is not JSON\\?\\[2J\\?forged"), lines[2]);
        assertEquals("2 dead letters", lines[3]);
        assertFalse(list.text().contains("secret"), list.text());
    }

    @Test
    void listShouldStopAtItsLimitAndSayHowManyThereAre() throws Exception {
        for (int i = 0; i < 5; i++) {
            bury("n" + i, "no");
        }
        String list = operator.ask("dead", "list", "--limit", "2").text();
        assertTrue(list.contains("n1 ") && !list.contains("n2 "), list);
        assertTrue(list.endsWith("5 dead letters, the first 2 shown: --limit N\n"), list);
        assertEquals(new Answered(0, "No messages in doubt\n"), operator.ask("doubt", "list"));
    }

    @Test
    void resentMessageShouldBeOnItsQueueWithWhatWasSentOfItAndFromTheStart() throws Exception {
        bury("a1", "no", "SmsAttempts", 5, "SmsSince", 1L, "SmsParts", "1,2", "SmsQueue", "sms.outbound.north");
        bury("a2", "no", "SmsQueue", "sms.client-ids");
        assertEquals(new Answered(0, "2 dead letters queued again\n"), operator.ask("dead", "resend", "a1", "a2"));
        Message sent = queues.take("sms.outbound.north");
        assertEquals(json("a1", ""), sent.getBody(String.class));
        assertEquals("1,2", sent.getStringProperty("SmsParts"));
        assertFalse(sent.propertyExists("SmsReason") || sent.propertyExists("SmsAttempts"));
        assertFalse(sent.propertyExists("SmsSince") || sent.propertyExists("SmsInDoubt"));
        assertEquals("a2", queues.take(Queues.OUTBOUND).getStringProperty("SmsId"));
        assertTrue(queues.browse(EXPIRED).isEmpty());
    }

    @Test
    void messageInDoubtShouldKeepItsCountWhenItIsResent() throws Exception {
        queues.put(DOUBT, json("d1", ""), "SmsId", "d1", "SmsReason", "no answer", "SmsInDoubt", 2, "SmsRest", 60_000L);
        queues.put(DOUBT, json("d2", ""), "SmsId", "d2", "SmsReason", "no answer");
        assertEquals(new Answered(0, "2 messages in doubt queued again\n"), operator.ask("doubt", "resend", "--all"));
        assertEquals(2, queues.take(Queues.OUTBOUND).getIntProperty("SmsInDoubt"));
        assertEquals(1, queues.take(Queues.OUTBOUND).getIntProperty("SmsInDoubt"));
    }

    @Test
    void reasonShouldChooseAmongAll() throws Exception {
        bury("a1", "command_status 0x0B ESME_RINVDSTADR");
        bury("a2", "tried 5 times");
        assertEquals(
                new Answered(0, "1 dead letter dropped for good\n"),
                operator.ask("dead", "drop", "--all", "--reason", "tried 5"));
        assertEquals("a1", queues.take(EXPIRED).getStringProperty("SmsId"));
    }

    @Test
    void filtersShouldChooseAmongAllAndADryRunShouldMoveNothing() throws Exception {
        long old = Instant.now().minusSeconds(7_200).toEpochMilli();
        bury("f1", "no", "SmsProvider", "north", "SmsSince", old);
        bury("f2", "no", "SmsProvider", "north", "SmsSince", System.currentTimeMillis());
        bury("f3", "no", "SmsProvider", "south", "SmsSince", System.currentTimeMillis());
        bury("f4", "expired", Instant.EPOCH);
        String list = operator.ask("dead", "list", "--provider", "north", "--since", "1h")
                .text();
        assertTrue(list.contains("f2 ") && list.endsWith("\n1 dead letter\n"), list);
        Answered dry = operator.ask("dead", "resend", "--all", "--provider", "north", "--dry-run");
        assertEquals(0, dry.exitCode());
        assertTrue(dry.text().endsWith("\n2 dead letters would be queued again\n"), dry.text());
        assertTrue(dry.text().contains("f1 ") && !dry.text().contains("f3 "), dry.text());
        String late = operator.ask("dead", "resend", "f4", "--dry-run").text();
        assertTrue(late.contains("Would not be queued again: f4, its validity ended"), late);
        assertEquals(4, queues.browse(EXPIRED).size());
        assertEquals(
                new Answered(0, "1 dead letter dropped for good\n"),
                operator.ask("dead", "drop", "--all", "--since", "1h", "--provider", "south"));
        assertEquals(3, queues.browse(EXPIRED).size());
    }

    @Test
    void unknownIdShouldBeNamedAndTheOthersDone() throws Exception {
        bury("a1", "no");
        assertEquals(
                new Answered(1, "1 dead letter dropped for good\nThere is no dead letter it's'); --\n"),
                operator.ask("dead", "drop", "it's'); --", "a1"));
        assertTrue(queues.browse(EXPIRED).isEmpty());
    }

    @Test
    void rubbishShouldBeTakenByTheIdThatIsListed() throws Exception {
        queues.put(EXPIRED, "no json", "SmsReason", "it is not JSON");
        queues.putObject(EXPIRED, new java.util.Date());
        for (String line : operator.ask("dead", "list").text().lines().toList().subList(1, 3)) {
            Answered dropped = operator.ask("dead", "drop", line.split(" ")[0]);
            assertEquals(new Answered(0, "1 dead letter dropped for good\n"), dropped);
        }
    }

    @Test
    void expiredMessageShouldGoBackOnlyWhileItIsOfUse() throws Exception {
        queues.putExpiring("sms.somewhere", json("e1", ""), "e1");
        queues.putExpiring(
                "sms.somewhere", json("e2", Instant.now().plusSeconds(600).toString()), "e2");
        bury("e3", "no", Instant.EPOCH);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> queues.browse(EXPIRED).size() == 3);
        String list = operator.ask("dead", "list").text();
        assertTrue(list.matches("(?s).*e1 .*  expired in the queue\n.*"), list);
        Answered resent = operator.ask("dead", "resend", "e1", "e2", "e3");
        assertEquals(1, resent.exitCode());
        assertTrue(resent.text().startsWith("1 dead letter queued again\n"), resent.text());
        assertTrue(resent.text().contains("Not queued again: e1, it expired in the queue, and would again\n"));
        assertTrue(resent.text().contains("Not queued again: e3, its validity ended at 1970-01-01T00:00:00Z"));
        Message sent = queues.take(Queues.OUTBOUND);
        assertEquals("e2", sent.getStringProperty("SmsId"));
        assertTrue(sent.getJMSExpiration() > System.currentTimeMillis());
        assertEquals(2, queues.browse(EXPIRED).size());
    }

    private static void bury(String id, String reason, Object... more) throws Exception {
        boolean valid = more.length == 1;
        queues.put(
                EXPIRED,
                json(id, valid ? more[0].toString() : ""),
                properties(id, reason, valid ? new Object[0] : more));
    }

    private static Object[] properties(String id, String reason, Object... more) {
        Object[] all = new Object[4 + more.length];
        System.arraycopy(new Object[] {"SmsId", id, "SmsReason", reason}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return all;
    }

    private static String json(String id, String validUntil) {
        return "{\"v\":1,\"id\":\"" + id + "\",\"user\":\"admin\",\"originator\":\"+44777888\","
                + "\"recipient\":\"+36203105366\",\"type\":\"SMS:TEXT\",\"text\":\"secret\","
                + (validUntil.isEmpty() ? "" : "\"validUntil\":\"" + validUntil + "\",")
                + "\"acceptedAt\":\"2026-11-22T10:00:00Z\"}";
    }
}
