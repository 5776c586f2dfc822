package org.caravansms.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.api.ApiException;
import org.caravansms.api.JsonMessageRequest;
import org.caravansms.api.MessageRequest;
import org.caravansms.api.RateLimit;
import org.caravansms.api.ReadSend;
import org.caravansms.api.Report;
import org.caravansms.api.SendMsgMessage;
import org.caravansms.api.Submission;
import org.caravansms.api.User;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageIds;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
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

    @Test
    void requestsThatAreAcceptedTogetherShouldBeRefusedOneByOne() {
        User anna = user("anna", new RateLimit(10, 20));
        Submission submission = new Submission();
        requests(anna, 15, 10, 5).forEach(request -> submission.add(Report.accepted(request, message(), null)));
        assertEquals(20, limitRate.take(submission, null).size());
        List<Report> refused = submission.reports().subList(15, 25);
        assertEquals(Set.of(24), refused.stream().map(Report::statusCode).collect(Collectors.toSet()));
        assertEquals(LIMIT + "Try again in 1 s.", refused.get(0).statusMessage());
    }

    /** Requests of these many messages each. */
    private static List<MessageRequest> requests(User user, int... messages) {
        List<Exchange> requests = IntStream.of(messages)
                .mapToObj(count -> {
                    Exchange request = new DefaultExchange(new DefaultCamelContext());
                    request.getMessage().setBody(Collections.nCopies(count, Map.of("to", "111222", "text", "x")));
                    return request;
                })
                .toList();
        return new ReadSend(100, name -> Optional.of(user), user.name(), fault -> {}).readAll(requests, Source.QUEUE);
    }

    private static SmsMessage message() {
        String id = MessageIds.next();
        return new SmsMessage(id, "anna", "o", "111222", "SMS:TEXT", "x", "", Instant.EPOCH, MessageOptions.NONE);
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
