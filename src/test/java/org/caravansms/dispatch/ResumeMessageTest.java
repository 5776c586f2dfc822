package org.caravansms.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultUnitOfWork;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.caravansms.message.Cancellations;
import org.caravansms.message.LateAnswers;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.CommandStatusTable;
import org.caravansms.smpp.Profile;
import org.caravansms.smpp.ReceiptRequest;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.Provider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which parts of a message are sent when it is taken up again: after a refusal, and after a kill of the gateway. */
class ResumeMessageTest {

    private static final String THREE_PARTS = "x".repeat(400);

    @TempDir
    Path folder;

    private static final CamelContext CAMEL = new DefaultCamelContext();

    private final AtomicInteger references = new AtomicInteger(40);
    private InFlight inFlight;

    @BeforeAll
    static void startCamel() {
        CAMEL.start();
    }

    @AfterAll
    static void stopCamel() {
        CAMEL.stop();
    }

    @BeforeEach
    void start() {
        inFlight = new InFlight(folder.resolve("in-flight"), new LateAnswers(), new Cancellations(message -> {}));
    }

    @Test
    void newMessageShouldBeSentWholeUnderAReferenceOfItsOwn() {
        List<SubmitPart> parts = resume(message("a", THREE_PARTS), PartProgress.NONE, exchange());
        assertEquals(List.of(1, 2, 3), numbers(parts));
        assertEquals(41, reference(parts.get(0)));
        assertEquals(
                42,
                reference(resume(message("b", THREE_PARTS), PartProgress.NONE, exchange())
                        .get(0)));
    }

    @Test
    void messageOfOnePartShouldTakeNoReference() {
        resume(message("a", "x"), PartProgress.NONE, exchange());
        assertEquals(40, references.get());
    }

    @Test
    void retryShouldSendTheRestUnderTheSameReference() {
        PartProgress half = new PartProgress(7, new TreeMap<>(Map.of(1, "a", 2, "b")));
        List<SubmitPart> parts = resume(message("a", THREE_PARTS), half, exchange());
        assertEquals(List.of(3), numbers(parts));
        assertEquals(7, reference(parts.get(0)));
    }

    @Test
    void restAfterAKillShouldLeaveOutWhatTheSmscTook() {
        Exchange exchange = exchange();
        InFlightMessage transit = begin(message("a", THREE_PARTS), exchange, 1);
        inFlight.accepted(List.of("id of 1"), transit);
        start();
        List<SubmitPart> parts = resume(message("a", THREE_PARTS), PartProgress.NONE, exchange());
        assertEquals(List.of(2, 3), numbers(parts));
        assertEquals(41, reference(parts.get(0)));
    }

    @Test
    void partWithoutAnAnswerAtAKillShouldBeInDoubtOnce() {
        begin(message("a", THREE_PARTS), exchange(), 1);
        start();
        Exchange killed = exchange();
        SmsMessage message = message("a", THREE_PARTS);
        assertThrows(InDoubtException.class, () -> resume(message, PartProgress.NONE, killed));
        UnitOfWorkHelper.doneUow(killed.getUnitOfWork(), killed);
        assertEquals(List.of(1, 2, 3), numbers(resume(message, PartProgress.NONE, exchange())));
        start();
        assertEquals(List.of(1, 2, 3), numbers(resume(message, PartProgress.NONE, exchange())));
    }

    @Test
    void messageWhoseCommitFailedShouldBeRecalledInTheSameRun() {
        Exchange exchange = exchange();
        inFlight.accepted(List.of("id of 1"), begin(message("a", THREE_PARTS), exchange, 1));
        exchange.setException(new IllegalStateException("as the test asks"));
        UnitOfWorkHelper.doneUow(exchange.getUnitOfWork(), exchange);
        assertEquals(List.of(2, 3), numbers(resume(message("a", THREE_PARTS), PartProgress.NONE, exchange())));
    }

    @Test
    void settledMessageShouldLeaveNothingBehind() {
        Exchange exchange = exchange();
        inFlight.accepted(List.of("id of 1"), begin(message("a", THREE_PARTS), exchange, 1));
        UnitOfWorkHelper.doneUow(exchange.getUnitOfWork(), exchange);
        start();
        assertEquals(
                3,
                resume(message("a", THREE_PARTS), PartProgress.NONE, exchange()).size());
    }

    @Test
    void expiredMessageShouldNotBeSent() {
        MessageOptions late =
                new MessageOptions("", Instant.now().minusSeconds(1), null, "", Map.of(), null, "", Map.of());
        SmsMessage message = new SmsMessage("a", "u", "1", "2", "SMS:TEXT", "x", "", Instant.now(), late);
        assertThrows(ExpiredException.class, () -> resume(message, PartProgress.NONE, exchange()));
    }

    private InFlightMessage begin(SmsMessage message, Exchange exchange, int part) {
        List<SubmitPart> parts = resume(message, PartProgress.NONE, exchange);
        InFlightMessage transit = exchange.getProperty(InFlightMessage.PROPERTY, InFlightMessage.class);
        inFlight.begin(parts.get(part - 1), transit);
        return transit;
    }

    private List<SubmitPart> resume(SmsMessage message, PartProgress progress, Exchange exchange) {
        Provider provider = new Provider(
                "acme",
                null,
                null,
                null,
                1,
                10,
                0,
                List.of(),
                Profile.STANDARD,
                3,
                CommandStatusTable.standard(),
                ReceiptRequest.FINAL,
                Alphabet.GSM7,
                "acme");
        SplitMessage split = SplitMessage.standard(SplitMessage.MOST_PARTS);
        return new ResumeMessage(provider, split, recipient -> references.incrementAndGet(), inFlight)
                .parts(message, 4, progress, exchange);
    }

    private Exchange exchange() {
        Exchange exchange = new DefaultExchange(CAMEL);
        exchange.getExchangeExtension().setUnitOfWork(new DefaultUnitOfWork(exchange));
        return exchange;
    }

    private static SmsMessage message(String id, String text) {
        return new SmsMessage(id, "u", "1", "2", "SMS:TEXT", text, "", Instant.now(), MessageOptions.NONE);
    }

    private static List<Integer> numbers(List<SubmitPart> parts) {
        return parts.stream().map(SubmitPart::number).toList();
    }

    /** The fourth octet of the user data header. */
    private static int reference(SubmitPart part) {
        return part.shortMessage()[3];
    }
}
