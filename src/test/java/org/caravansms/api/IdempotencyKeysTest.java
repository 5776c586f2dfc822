package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

    private static final class Unconfirmed extends RuntimeException {}

    private final Map<String, SmsMessage> kept = new ConcurrentHashMap<>();
    private final RecentIdempotencyKeys ids = new RecentIdempotencyKeys(key -> Optional.ofNullable(kept.get(key)));
    private final IdempotencyKeys claimIds =
            new IdempotencyKeys(ids, message -> new Segments(1, "GSM7"), Unconfirmed.class::isInstance);

    @Test
    void requestWithoutNamesShouldClaimNothing() {
        Submission submission = submission(report("m1", "anna", ""));
        assertNull(claimIds.claim(submission));
        assertTrue(submission.reports().get(0).isToBeSent());
    }

    @Test
    void namedMessageShouldBeSentAndItsRepetitionNot() {
        release(claimIds.claim(submission(report("m1", "anna", "id"))), null);
        Submission again = submission(report("m2", "anna", "id"));
        release(claimIds.claim(again), null);
        assertFalse(again.reports().get(0).isToBeSent());
        assertEquals("m1", again.reports().get(0).messageId());
    }

    @Test
    void namesOfTwoUsersShouldBeTwoNames() {
        release(claimIds.claim(submission(report("m1", "anna", "id"))), null);
        Submission other = submission(report("m2", "bela", "id"));
        release(claimIds.claim(other), null);
        assertTrue(other.reports().get(0).isToBeSent());
    }

    @Test
    void nameShouldBeAnotherForAnotherRecipient() {
        Submission both = submission(report("m1", "anna", "id", "+361"), report("m2", "anna", "id", "+362"));
        release(claimIds.claim(both), null);
        Submission again = submission(report("m3", "anna", "id", "+362"), report("m4", "anna", "id", "+361"));
        release(claimIds.claim(again), null);
        assertEquals(
                List.of(true, true),
                both.reports().stream().map(Report::isToBeSent).toList());
        assertEquals(
                List.of("m2", "m1"),
                again.reports().stream().map(Report::messageId).toList());
    }

    @Test
    void doubtAboutOneRecipientShouldNotHoldTheOther() {
        release(claimIds.claim(submission(report("m1", "anna", "id", "+361"))), new Unconfirmed());
        Submission other = submission(report("m2", "anna", "id", "+362"));
        release(claimIds.claim(other), null);
        assertTrue(other.reports().get(0).isToBeSent());
    }

    @Test
    void nameOfAMessageThatTheQueueRefusedShouldBeFree() {
        release(claimIds.claim(submission(report("m1", "anna", "id"))), new IllegalStateException());
        Submission again = submission(report("m2", "anna", "id"));
        release(claimIds.claim(again), null);
        assertTrue(again.reports().get(0).isToBeSent());
    }

    @Test
    void nameOfAMessageInDoubtShouldBeRefusedUntilItsCopyIsKept() {
        SmsMessage first = message("m1", "anna", "id", "111222");
        release(
                claimIds.claim(submission(Report.accepted(
                        new FormMessageRequest(ApiRequest.EMPTY, "0", null, FormTlvs.NONE), first, null))),
                new Unconfirmed());
        ApiException refusal =
                assertThrows(ApiException.class, () -> claimIds.claim(submission(report("m2", "anna", "id"))));
        assertEquals(Fault.QUEUE_IN_DOUBT, refusal.fault());
        assertTrue(refusal.getMessage().startsWith("messageid0 "), refusal.getMessage());
        kept.put(first.clientKey(), first);
        ids.forget(List.of(first.clientKey()));
        Submission again = submission(report("m3", "anna", "id"));
        release(claimIds.claim(again), null);
        assertEquals("m1", again.reports().get(0).messageId());
    }

    @Test
    void refusalForOneNameShouldFreeTheOthersOfItsRequest() {
        release(claimIds.claim(submission(report("m1", "anna", "doubt"))), new Unconfirmed());
        Submission both = submission(report("m2", "anna", "free"), report("m3", "anna", "doubt"));
        assertThrows(ApiException.class, () -> claimIds.claim(both));
        Submission again = submission(report("m4", "anna", "free"));
        release(claimIds.claim(again), null);
        assertTrue(again.reports().get(0).isToBeSent());
    }

    @Test
    void messageOfAnotherSourceShouldBeRefusedAlone() {
        release(claimIds.claim(submission(report("m1", "anna", "doubt"))), new Unconfirmed());
        Submission both = submission(sent("m2", "free"), sent("m3", "doubt"));
        release(claimIds.claim(both), null);
        assertTrue(both.reports().get(0).isToBeSent());
        assertEquals(Fault.QUEUE_IN_DOUBT, both.reports().get(1).fault());
    }

    @Test
    void idOfAMessageThatALimitRefusedShouldBeFree() {
        Submission refused = submission(sent("m1", "id"));
        IdempotencyKeys.IdempotencyClaim claim = claimIds.claim(refused);
        RejectedMessageException limit = new RejectedMessageException(Fault.RATE_LIMITED, "over the limit");
        refused.replaceEach(report -> Report.rejected(report.request(), limit));
        release(claim, null);
        Submission again = submission(sent("m2", "id"));
        release(claimIds.claim(again), null);
        assertTrue(again.reports().get(0).isToBeSent());
    }

    private static Report sent(String id, String clientId) {
        SendRequest request = new SendRequest(null, Source.QUEUE, 0);
        return Report.accepted(
                new PublicMessageRequest(request, "", PublicMessage.to("111222"), null, null),
                message(id, "anna", clientId, "111222"),
                new Segments(1, "GSM7"));
    }

    private void release(IdempotencyKeys.IdempotencyClaim claim, Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("claim", claim);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        claimIds.release(exchange);
    }

    private static Submission submission(Report... reports) {
        Submission submission = new Submission();
        Stream.of(reports).forEach(submission::add);
        return submission;
    }

    private static Report report(String id, String user, String clientId) {
        return report(id, user, clientId, "111222");
    }

    private static Report report(String id, String user, String clientId, String recipient) {
        return Report.accepted(
                new FormMessageRequest(ApiRequest.EMPTY, "0", null, FormTlvs.NONE),
                message(id, user, clientId, recipient),
                new Segments(1, "GSM7"));
    }

    private static SmsMessage message(String id, String user, String clientId, String recipient) {
        MessageOptions options = new MessageOptions(clientId, null, null, "", Map.of(), null, "", Map.of());
        return new SmsMessage(id, user, "o", recipient, "SMS:TEXT", "x", "", Instant.EPOCH, options);
    }
}
