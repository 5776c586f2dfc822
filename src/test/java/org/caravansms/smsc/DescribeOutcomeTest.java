package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.component.smpp.SmppException;
import org.caravansms.message.Outcome;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUStringException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.util.StringParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures come as the SMPP endpoint throws them: wrapped in its own exception. */
class DescribeOutcomeTest {

    private static final int ATTEMPTS = 5;

    private final DescribeOutcome outcome =
            new DescribeOutcome(CommandStatusTable.standard(), ATTEMPTS, Duration.ofSeconds(30));

    @Test
    void sentMessageShouldHaveTheIdOfItsAnswer() {
        assertEquals(new Outcome.Sent("7f"), outcome.sent(List.of("7f")));
        assertEquals(new Outcome.Sent(""), outcome.sent(List.of()));
        assertEquals(new Outcome.Sent(""), outcome.sent(null));
    }

    @Test
    void missingSessionShouldPutBackWithoutDoubt() {
        assertEquals(new Outcome.PutBack(false), outcome.notBound());
    }

    @Test
    void throttlingShouldPutBackWithoutDoubtHoweverOften() {
        assertEquals(new Outcome.PutBack(false), refused(new NegativeResponseException(0x58), ATTEMPTS + 1));
    }

    @Test
    void refusalForGoodShouldFailWithItsCodeAndName() {
        assertEquals(
                new Outcome.Failed("command_status 0x0B ESME_RINVDSTADR"),
                refused(new NegativeResponseException(0x0B), 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "1, 60", "2, 120", "3, 240"})
    void delayShouldDoubleWithEachAttempt(int attempt, int seconds) {
        assertEquals(
                new Outcome.Later(Duration.ofSeconds(seconds), "command_status 0x14 ESME_RMSGQFUL"),
                refused(new NegativeResponseException(0x14), attempt));
    }

    @ParameterizedTest
    @CsvSource({"4", "5", "100"})
    void lastAttemptShouldFail(int attempt) {
        assertEquals(
                new Outcome.Failed("command_status 0x08 ESME_RSYSERR, tried 5 times"),
                refused(new NegativeResponseException(0x08), attempt));
    }

    @Test
    void delayShouldNotOverflow() {
        DescribeOutcome patient =
                new DescribeOutcome(CommandStatusTable.standard(), Integer.MAX_VALUE, Duration.ofSeconds(30));
        Outcome.Later later = (Outcome.Later) patient.refused(failure(new NegativeResponseException(0x08)), 100_000);
        assertEquals(Duration.ofSeconds(30L << 20), later.delay());
    }

    @Test
    void answerThatNeverCameShouldBeInDoubt() {
        assertEquals(new Outcome.PutBack(true), refused(new ResponseTimeoutException("No response after 10 s"), 0));
    }

    @Test
    void answerThatCannotBeReadShouldBeInDoubt() {
        assertEquals(new Outcome.PutBack(true), refused(new InvalidResponseException("no submit_sm_resp"), 0));
    }

    @Test
    void connectionCutWhileWritingShouldBeInDoubt() {
        assertEquals(new Outcome.PutBack(true), refused(new SocketException("Broken pipe"), 0));
    }

    @Test
    void sessionThatIsNotBoundShouldNotBeInDoubt() {
        assertEquals(new Outcome.PutBack(false), refused(new IOException("Cannot submit while session is closed"), 0));
    }

    @Test
    void messageThatFitsNoPduShouldFailWithoutTellingWhatDidNotFit() {
        assertEquals(
                new Outcome.Failed("It fits no submit_sm, SMPP 3.4 section 4.4.1"),
                refused(new PDUStringException("'36201234567' is too long", StringParameter.DESTINATION_ADDR), 0));
    }

    @Test
    void failureShouldBeReadUnwrappedToo() {
        assertEquals(new Outcome.PutBack(false), outcome.refused(new IOException("closed"), 0));
        assertEquals(new Outcome.PutBack(true), outcome.refused(new IllegalStateException("unheard of"), 0));
    }

    @Test
    void unusableMessageShouldFailWithItsReason() {
        assertEquals(
                new Outcome.Failed("its version is not 1"),
                outcome.unusable(new IllegalArgumentException("its version is not 1")));
    }

    private Outcome refused(Exception cause, int attempt) {
        return outcome.refused(failure(cause), attempt);
    }

    private static Exception failure(Exception cause) {
        return new SmppException(cause);
    }
}
