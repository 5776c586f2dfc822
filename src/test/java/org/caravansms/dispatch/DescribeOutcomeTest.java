package org.caravansms.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.caravansms.message.Cancellations;
import org.caravansms.message.LateAnswers;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.CommandStatusTable;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.NotSentException;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.RefusedException;
import org.caravansms.smsc.TestProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message comes to, by what its SMSC answered and by how often it was tried. */
class DescribeOutcomeTest {

    private static final int ATTEMPTS = 5;
    private static final PartProgress HALF = new PartProgress(7, new TreeMap<>(Map.of(1, "a")));

    @TempDir
    Path folder;

    private DescribeOutcome outcome;

    @BeforeEach
    void open() {
        outcome = new DescribeOutcome(
                new InFlight(folder.resolve("in-flight"), new LateAnswers(), new Cancellations(message -> {})),
                ATTEMPTS,
                Duration.ofSeconds(30),
                Duration.ofHours(24),
                message -> {});
    }

    @Test
    void sentMessageShouldHaveTheIdsOfItsParts() {
        PartProgress all = HALF.and(2, "b");
        assertEquals(new Outcome.Sent(List.of("a", "b")), outcome.sent(transit(all)));
    }

    @Test
    void messageThatDidNotLeaveShouldBePutBackAsFarAsItCame() {
        assertEquals(new Outcome.Requeue(HALF), notSent(new NotSentException("no session"), 0));
    }

    @Test
    void unansweredMessageShouldRestAsLongAsItsAnswerMayTake() {
        assertEquals(
                new Outcome.InDoubt("in doubt: no answer", Duration.ofSeconds(30), HALF),
                notSent(new InDoubtException("no answer", new CompletableFuture<>()), 0));
    }

    @Test
    void messageThatCanHaveNoAnswerShouldRestAsLongAsItsLink() {
        assertEquals(
                new Outcome.InDoubt("in doubt: cut", Duration.ofMillis(20), HALF),
                notSent(new InDoubtException("cut"), 0));
    }

    @Test
    void answerThatCameLateShouldLeaveNoDoubt() {
        InFlightMessage transit = transit(HALF);
        transit.begun(2, 0);
        Exception failure = new InDoubtException("no answer", CompletableFuture.completedFuture(Optional.of("late")));
        assertEquals(new Outcome.Requeue(HALF.and(2, "late")), outcome.notSent(failure, transit, 0));
    }

    @Test
    void lateAnswerAboutAnotherPartShouldLeaveTheDoubt() {
        LateAnswers late = new LateAnswers();
        late.accepted("id", 1, "of another copy");
        InFlightMessage transit = transit(HALF);
        transit.begun(2, 0);
        DescribeOutcome withLate = new DescribeOutcome(
                new InFlight(folder.resolve("other"), late, new Cancellations(message -> {})),
                ATTEMPTS,
                Duration.ofSeconds(30),
                Duration.ofHours(24),
                message -> {});
        assertEquals(
                new Outcome.InDoubt("in doubt: cut", Duration.ofMillis(20), HALF),
                withLate.notSent(new InDoubtException("cut"), transit, 0));
    }

    @Test
    void refusalForGoodShouldFailWithItsCodeAndName() {
        assertEquals(new Outcome.Failed("command_status 0x0B ESME_RINVDSTADR", HALF), refused(0x0B, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "1, 60", "2, 120", "3, 240"})
    void delayShouldDoubleWithEachAttempt(int attempt, int seconds) {
        Duration delay = Duration.ofSeconds(seconds);
        assertEquals(new Outcome.Retry(delay, "command_status 0x08 ESME_RSYSERR", true, HALF), refused(0x08, attempt));
    }

    @ParameterizedTest
    @CsvSource({"4, 5", "100, 101"})
    void lastAttemptShouldFail(int attempt, int times) {
        Outcome failed = new Outcome.Failed("command_status 0x08 ESME_RSYSERR, tried " + times + " times", HALF);
        assertEquals(failed, refused(0x08, attempt));
    }

    @Test
    void unknownErrorShouldBeTriedOnceMore() {
        Duration delay = Duration.ofSeconds(30);
        assertEquals(new Outcome.Retry(delay, "command_status 0xFF ESME_RUNKNOWNERR", true, HALF), refused(0xFF, 0));
        assertEquals(new Outcome.Failed("command_status 0xFF ESME_RUNKNOWNERR, tried 2 times", HALF), refused(0xFF, 1));
    }

    @Test
    void fullQueueShouldDelayThatMessageUncountedHoweverOften() {
        Duration delay = Duration.ofSeconds(30);
        assertEquals(new Outcome.Retry(delay, "command_status 0x14 ESME_RMSGQFUL", false, HALF), refused(0x14, 99));
    }

    @Test
    void fullQueueShouldFailInTheEnd() {
        InFlightMessage old = transit(Instant.now().minus(Duration.ofHours(25)), HALF);
        assertEquals(
                new Outcome.Failed("command_status 0x14 ESME_RMSGQFUL, for 24 hours", HALF),
                outcome.notSent(refusal(0x14), old, 0));
    }

    @ParameterizedTest
    @CsvSource({"0x04", "0x05", "0x0D", "0x0E"})
    void sessionAtFaultShouldCostTheMessageNothing(String code) {
        assertEquals(new Outcome.Requeue(HALF), refused(Integer.decode(code), ATTEMPTS + 1));
    }

    @Test
    void expiredMessageShouldFailAndSaySo() {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        assertEquals(
                new Outcome.Expired("expired in the queue: it was valid until 2026-01-01T00:00:00Z", HALF),
                notSent(new ExpiredException(end), 0));
    }

    @Test
    void messageThatCannotBeReadShouldFailWithItsReason() {
        assertEquals(
                new Outcome.Failed("its version is not 1", PartProgress.NONE),
                outcome.notSent(new IllegalArgumentException("its version is not 1"), null, null));
    }

    private Outcome refused(int commandStatus, int attempt) {
        return notSent(refusal(commandStatus), attempt);
    }

    private Outcome notSent(Exception failure, int attempt) {
        return outcome.notSent(failure, transit(HALF), attempt);
    }

    private static RefusedException refusal(int commandStatus) {
        return new RefusedException(commandStatus, CommandStatusTable.standard().get(commandStatus));
    }

    private static InFlightMessage transit(PartProgress progress) {
        return transit(Instant.now(), progress);
    }

    private static InFlightMessage transit(Instant acceptedAt, PartProgress progress) {
        Provider provider = TestProvider.at(0).provider();
        SmsMessage message = new SmsMessage("id", "u", "1", "2", "SMS:TEXT", "x", "", acceptedAt, MessageOptions.NONE);
        return new InFlightMessage(message, provider, 1, progress);
    }
}
