package org.caravansms.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.caravansms.api.ApiException;
import org.caravansms.api.JsonMessageRequest;
import org.caravansms.api.MessageRequest;
import org.caravansms.api.RateLimit;
import org.caravansms.api.Report;
import org.caravansms.api.SendMsgMessage;
import org.caravansms.api.Submission;
import org.caravansms.api.User;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;

class LimitRateTest {

    private static final MessageRequest REQUEST = new JsonMessageRequest(0, new SendMsgMessage());
    private static final String LIMIT =
            "Over the limit of 10 messages per second, 20 at once; nothing of this request was sent. ";

    private final SetTime time = new SetTime();
    private final LimitRate limitRate = new LimitRate(time);

    @Test
    void burstShouldPassAndThenTheMessagesOfEachSecond() {
        take(20, user("anna", new RateLimit(10, 20)));
        assertRefused("Try again in 1 s.", 1, user("anna", new RateLimit(10, 20)));
        time.forward(1);
        take(10, user("anna", new RateLimit(10, 20)));
        assertRefused("Try again in 2 s.", 11, user("anna", new RateLimit(10, 20)));
    }

    @Test
    void refusedRequestShouldNotCount() {
        User anna = user("anna", new RateLimit(10, 20));
        take(15, anna);
        assertRefused("Try again in 1 s.", 6, anna);
        assertRefused("Try again in 1 s.", 6, anna);
        take(5, anna);
    }

    @Test
    void requestThatIsLargerThanTheBurstShouldHearThatItNeverPasses() {
        assertRefused(
                "This request can never be sent: it has 21 messages, and one may have 20.",
                21,
                user("anna", new RateLimit(10, 20)));
        take(20, user("anna", new RateLimit(10, 20)));
    }

    @Test
    void rejectedMessagesShouldNotCount() {
        Submission submission = accepted(20);
        for (int i = 0; i < 100; i++) {
            submission.add(Report.rejected(REQUEST, new RejectedMessageException(Fault.INVALID_RECIPIENT, "x")));
        }
        limitRate.take(submission, user("anna", new RateLimit(10, 20)));
        take(0, user("anna", new RateLimit(10, 20)));
    }

    @Test
    void eachUserShouldHaveALimitOfTheirOwnAndSomeNone() {
        take(20, user("anna", new RateLimit(10, 20)));
        take(20, user("bela", new RateLimit(10, 20)));
        take(100_000, user("cili", null));
    }

    @Test
    void anotherLimitShouldApplyAtOnce() {
        take(20, user("anna", new RateLimit(10, 20)));
        take(30, user("anna", new RateLimit(10, 30)));
    }

    private void take(int messages, User user) {
        limitRate.take(accepted(messages), user);
    }

    private void assertRefused(String advice, int messages, User user) {
        ApiException refusal = assertThrows(ApiException.class, () -> take(messages, user));
        assertEquals(24, refusal.fault().code());
        assertEquals(LIMIT + advice, refusal.getMessage());
    }

    private static Submission accepted(int messages) {
        Submission submission = new Submission();
        for (int i = 0; i < messages; i++) {
            submission.add(Report.accepted(
                    REQUEST,
                    new SmsMessage(
                            "id", "anna", "o", "111222", "SMS:TEXT", "x", "", Instant.EPOCH, MessageOptions.NONE),
                    null));
        }
        return submission;
    }

    private static User user(String name, RateLimit limit) {
        return new User(name, "hash", null, List.of(), limit, true, false);
    }
}
