package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.SUBMIT_SM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many copies of one message an SMSC gets that answers oddly, late or never, by its recipient; and what an operator
 * and the message's client see meanwhile. With {@code -Dcaravan.response-millis=10000} at the default response timer.
 */
class InDoubtTest {

    private static final long RESPONSE_MILLIS = Long.getLong("caravan.response-millis", 600);
    private static final int GENERIC_NACK = 0x80000000;
    private static final int DATA_SM_RESP = 0x80000103;
    private static final String DOUBT = "sms.outbound.doubt";
    private static final Pattern ID = Pattern.compile("<messageid>([^<]+)");

    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, Integer> COPIES = new ConcurrentHashMap<>();

    @TempDir
    static Path data;

    private static WireSmsc smsc;
    private static RunningGateway gateway;
    private static Queues queues;

    /** What a submit_sm is answered, by its sequence_number and by how many came before it to the same number. */
    private interface Answer {
        byte[] to(int sequenceNumber, int before);
    }

    @BeforeAll
    static void start() throws Exception {
        smsc = WireSmsc.reading(InDoubtTest::answer);
        gateway = RunningGateway.start(
                data, smsc.port(), "SMS_PROVIDER_SANDBOX_RESPONSE_TIMEOUT_MILLIS", Long.toString(RESPONSE_MILLIS));
        queues = new Queues();
    }

    @AfterAll
    static void stop() throws Exception {
        await().during(Duration.ofMillis(3 * RESPONSE_MILLIS))
                .atMost(Duration.ofMillis(4 * RESPONSE_MILLIS + 5000))
                .until(() -> COPIES.entrySet().stream()
                        .allMatch(to -> smsc.submits(to.getKey()).size() == to.getValue()));
        queues.close();
        gateway.close();
        smsc.close();
    }

    private static byte[] answer(ByteBuffer pdu) {
        int command = pdu.getInt(4);
        int sequenceNumber = pdu.getInt(12);
        if (command != SUBMIT_SM) {
            return (command & RESPONSE) == 0 ? WireSmsc.ok(command, sequenceNumber) : null;
        }
        for (Map.Entry<String, Answer> answer : ANSWERS.entrySet()) {
            if (WireSmsc.isTo(pdu, answer.getKey())) {
                return answer.getValue()
                        .to(sequenceNumber, smsc.submits(answer.getKey()).size() - 1);
            }
        }
        return WireSmsc.ok(command, sequenceNumber);
    }

    /** The status and the body of a submit_sm_resp, and whether it says that the message was taken. */
    @ParameterizedTest
    @CsvSource({
        "36201110001, 0, 65, the message_id is too long",
        "36201110002, 0, tlv, half a TLV behind the message_id",
        "36201110003, 0, end, no NUL behind the message_id",
        "36201110004, 0, 2000, a message_id of 2000 characters",
        "36201110005, 11, tlv-only, a TLV and no message_id",
        "36201110006, 11, end, no NUL behind the message_id",
        "36201110007, 69, 65, the message_id is too long"
    })
    void headerOfAnAnswerShouldDecide(String recipient, int status, String body, String what) throws Exception {
        ANSWERS.put(recipient, (sequence, before) -> WireSmsc.pdu(RESPONSE | SUBMIT_SM, status, sequence, body(body)));
        String id = send(recipient);
        if (status == 0) {
            awaitState(id, "1");
            String ids = field(id, "SMSC's ids");
            assertTrue(!ids.isBlank() && body(body).startsWith(ids), ids);
        } else {
            awaitState(id, "11");
        }
        assertCopies(recipient, 1, what);
    }

    private static String body(String name) {
        return switch (name) {
            case "65" -> "x".repeat(65) + "\0";
            case "2000" -> "x".repeat(2000) + "\0";
            case "tlv" -> "half-a-tlv\0\u0004";
            case "tlv-only" -> "\u0004\u0023\0\u0001\1";
            default -> "no-end";
        };
    }

    @ParameterizedTest
    @CsvSource({"36201110011, 2, 11", "36201110012, 3, 11"})
    void genericNackShouldFailByItsStatus(String recipient, int status, String state) throws Exception {
        ANSWERS.put(recipient, (sequence, before) -> WireSmsc.pdu(GENERIC_NACK, status, sequence, ""));
        awaitState(send(recipient), state);
        assertCopies(recipient, 1, "generic_nack " + status);
    }

    /** Not taken, also with a status that says nothing: the next one is no duplicate. */
    @ParameterizedTest
    @CsvSource({"36201110014, 0", "36201110015, 0x08"})
    void genericNackShouldNotBeInDoubt(String recipient, String status) throws Exception {
        ANSWERS.put(
                recipient,
                (sequence, before) -> before == 0
                        ? WireSmsc.pdu(GENERIC_NACK, Integer.decode(status), sequence, "")
                        : WireSmsc.ok(SUBMIT_SM, sequence));
        String id = send(recipient);
        await().until(() -> smsc.submits(recipient).size() == 2);
        awaitState(id, "1");
        assertFalse(gateway.get(question(id)).contains("doubt"));
        assertCopies(recipient, 2, "generic_nack " + status + ", then taken");
    }

    @Test
    void genericNackThatAsksForARebindShouldBindAnew() throws Exception {
        await().until(() -> smsc.connections() > 0);
        // in its first second a session is not given up
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        int connections = smsc.connections();
        ANSWERS.put(
                "36201110016",
                (sequence, before) ->
                        before == 0 ? WireSmsc.pdu(GENERIC_NACK, 4, sequence, "") : WireSmsc.ok(SUBMIT_SM, sequence));
        String id = send("36201110016");
        awaitState(id, "1");
        assertTrue(smsc.connections() > connections, "it did not bind anew");
        assertCopies("36201110016", 2, "generic_nack 4, then taken");
    }

    @Test
    void answerOfAnotherCommandShouldBeInDoubtOnce() throws Exception {
        ANSWERS.put(
                "36201110021",
                (sequence, before) -> before == 0
                        ? WireSmsc.pdu(DATA_SM_RESP, 0, sequence, "x\0")
                        : WireSmsc.ok(SUBMIT_SM, sequence));
        String id = send("36201110021");
        Message doubt = await().until(() -> inDoubt(id), message -> message != null);
        assertEquals("in doubt: answered with command_id 0x80000103", doubt.getStringProperty("SmsReason"));
        awaitState(id, "1");
        assertCopies("36201110021", 2, "data_sm_resp, then taken");
    }

    @Test
    void lateAnswerShouldSettleTheDoubt() throws Exception {
        ANSWERS.put(
                "36201110031",
                (sequence, before) ->
                        later(RESPONSE_MILLIS * 13 / 10, WireSmsc.pdu(RESPONSE | SUBMIT_SM, 0, sequence, "late\0")));
        String id = send("36201110031");
        await().atMost(Duration.ofMillis(3 * RESPONSE_MILLIS + 5000)).until(() -> inDoubt(id) != null);
        awaitState(id, "1");
        assertEquals("late", field(id, "SMSC's ids"));
        assertEquals(null, inDoubt(id));
        assertCopies("36201110031", 1, "answered at 1.3 x the response timer, each time");
    }

    @Test
    void lateAnswerShouldSettleTheDoubtWhileTheNextCopyIsUnderWay() throws Exception {
        AtomicInteger first = new AtomicInteger();
        ANSWERS.put("36201110032", (sequence, before) -> {
            if (before == 0) {
                first.set(sequence);
                return null;
            }
            return later(RESPONSE_MILLIS / 4, WireSmsc.pdu(RESPONSE | SUBMIT_SM, 0, first.get(), "late\0"));
        });
        String id = send("36201110032");
        awaitState(id, "1");
        assertEquals("late", field(id, "SMSC's ids"));
        assertCopies("36201110032", 2, "answered while the next copy is under way");
    }

    @Test
    void lateRefusalShouldEndTheDoubtAndNotCountAsOne() throws Exception {
        ANSWERS.put(
                "36201110033",
                (sequence, before) -> before == 0
                        ? later(RESPONSE_MILLIS * 3 / 2, WireSmsc.pdu(RESPONSE | SUBMIT_SM, 8, sequence, ""))
                        : WireSmsc.pdu(RESPONSE | SUBMIT_SM, 0x0B, sequence, ""));
        String id = send("36201110033");
        awaitState(id, "11");
        Message dead = queues.browse(Queues.DEAD).stream()
                .filter(message -> has(message, id))
                .findFirst()
                .orElseThrow();
        assertFalse(dead.propertyExists("SmsInDoubt"));
        assertCopies("36201110033", 2, "refused at 1.5 x the response timer, then for good");
    }

    @Test
    void silenceShouldBeHeldAfterThreeCopiesAndHinderNobody() throws Exception {
        ANSWERS.put("36201110041", (sequence, before) -> null);
        String id = send("36201110041");
        await().until(() -> smsc.submits("36201110041").size() == 1);
        List<String> others =
                IntStream.range(100, 130).mapToObj(i -> "36201220" + i).toList();
        others.forEach(InDoubtTest::send);
        await().atMost(Duration.ofMillis(RESPONSE_MILLIS + 5000))
                .untilAsserted(() -> assertEquals(
                        List.of(),
                        others.stream()
                                .filter(number -> smsc.submits(number).isEmpty())
                                .toList()));
        awaitAnswer("(?s).*" + id + "[^\n]+; sent again at .*", "doubt", "list");
        awaitAnswer("(?s).*\nin doubt +[1-9].*", "status");
        awaitState(id, "18");
        await().atMost(patience()).until(() -> isHeld(id));
        assertEquals(3, inDoubt(id).getIntProperty("SmsInDoubt"));
        awaitState(id, "18");
        assertCopies("36201110041", 3, "never answered");
        String trace = new Operator(data).ask("trace", id).text();
        assertEquals(
                2, trace.lines().filter(line -> line.contains(" in-doubt ")).count(), trace);
        assertEquals(1, trace.lines().filter(line -> line.contains(" held ")).count(), trace);
    }

    @Test
    void smscThatEndsTheConnectionInPlaceOfAnAnswerShouldGetThreeCopies() throws Exception {
        ANSWERS.put("36201110051", (sequence, before) -> {
            smsc.cut();
            return null;
        });
        String id = send("36201110051");
        await().atMost(patience()).until(() -> isHeld(id));
        assertTrue(inDoubt(id).getStringProperty("SmsReason").contains("closed the connection"));
        assertCopies("36201110051", 3, "the connection is closed each time");
    }

    /** A person's resend is one copy more, and not three. */
    @Test
    void heldMessageShouldBeSettledByAPerson() throws Exception {
        ANSWERS.put("36201110042", (sequence, before) -> before < 3 ? null : WireSmsc.ok(SUBMIT_SM, sequence));
        String id = send("36201110042");
        await().atMost(patience()).until(() -> isHeld(id));
        new Operator(data).ask("doubt", "resend", id);
        awaitState(id, "1");
        assertCopies("36201110042", 4, "never answered, sent again by a person, then taken");
    }

    @Test
    void lateAnswerShouldSettleWhatIsHeld() throws Exception {
        AtomicInteger last = new AtomicInteger();
        ANSWERS.put("36201110043", (sequence, before) -> {
            last.set(sequence);
            return null;
        });
        String id = send("36201110043");
        await().atMost(patience()).until(() -> isHeld(id));
        smsc.send(WireSmsc.pdu(RESPONSE | SUBMIT_SM, 0, last.get(), "late\0"));
        awaitState(id, "1");
        assertEquals("late", field(id, "SMSC's ids"));
        assertEquals(null, inDoubt(id));
        assertCopies("36201110043", 3, "answered once it is held");
    }

    private static Duration patience() {
        return Duration.ofMillis(10 * RESPONSE_MILLIS + 10_000);
    }

    /** Whether one more comes is seen at the end of all. */
    private static void assertCopies(String recipient, int copies, String what) {
        assertEquals(copies, smsc.submits(recipient).size(), what);
        COPIES.put(recipient, copies);
        System.out.printf("response timer %d ms, %s: copies %d%n", RESPONSE_MILLIS, what, copies);
    }

    private static byte[] later(long millis, byte[] answer) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
            try {
                smsc.send(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return null;
    }

    private static String send(String recipient) {
        Matcher id = ID.matcher(gateway.send("messagedata=x&recipient=%2B" + recipient));
        assertTrue(id.find());
        return id.group(1);
    }

    private static String question(String id) {
        return "action=getmessagebyid&username=admin&password=abc123&msgID=" + id;
    }

    private static void awaitState(String id, String state) {
        await().atMost(patience())
                .until(() -> gateway.get(question(id)), answer -> answer.contains("<state>" + state + "</state>"));
    }

    private static void awaitAnswer(String pattern, String... command) {
        await().atMost(patience())
                .until(() -> new Operator(data).ask(command).text().matches(pattern));
    }

    private static String field(String id, String name) {
        return new Operator(data)
                .ask("status", id)
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .collect(Collectors.joining());
    }

    private static boolean isHeld(String id) throws JMSException {
        Message message = inDoubt(id);
        return message != null && !message.propertyExists("SmsRest");
    }

    private static Message inDoubt(String id) {
        return queues.browse(DOUBT).stream()
                .filter(message -> has(message, id))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(Message message, String id) {
        try {
            return id.equals(message.getStringProperty("SmsId"));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
