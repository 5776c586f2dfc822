package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.caravansms.smsc.PendingRequest.LateAnswerException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.Command;
import org.junit.jupiter.api.Test;

class PendingRequestsTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final PendingRequests requests = new PendingRequests();

    @Test
    void endBeforeTheWaitShouldBeNoticedAtOnce() throws Exception {
        PendingRequest request = requests.add(1, "submit_sm", 30_000);
        requests.end("the connection was cut");
        assertTimeoutPreemptively(AT_ONCE, () -> assertThrows(InvalidResponseException.class, request::waitDone));
    }

    /** The reader and the writer of a session find its end at once. */
    @Test
    void endThatTwoThreadsFindShouldFailEachRequest() throws Exception {
        for (int session = 0; session < 200; session++) {
            PendingRequests cut = new PendingRequests();
            List<PendingRequest> all = new ArrayList<>();
            for (int number = 1; number <= 100; number++) {
                all.add(cut.add(number, "submit_sm", 30_000));
            }
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> cut.end("nothing more can be read"));
            cut.end("it cannot be written to");
            other.join();
            assertEquals(0, cut.count());
            assertTrue(all.stream().allMatch(request -> request.inTime.isCompletedExceptionally()));
        }
    }

    @Test
    void answerAfterTheTimerShouldReachItsRequest() throws Exception {
        PendingRequest request = requests.add(1, "submit_sm", 1);
        LateAnswerException late = assertThrows(LateAnswerException.class, request::waitDone);
        requests.late(1, request);
        assertEquals(0, requests.count());
        assertEquals("submit_sm", requests.command(1));
        Command answer = new Command();
        requests.remove(1).done(answer);
        assertSame(answer, late.answer().toCompletableFuture().getNow(null));
        assertNull(requests.remove(1));
    }

    @Test
    void endShouldLeaveNobodyWaitingForALateAnswer() throws Exception {
        PendingRequest request = requests.add(1, "submit_sm", 1);
        requests.end("the connection was cut");
        requests.late(1, request);
        assertEquals(true, request.answer.isCompletedExceptionally());
        assertNull(requests.command(1));
        assertThrows(IOException.class, () -> requests.add(2, "submit_sm", 1));
    }
}
