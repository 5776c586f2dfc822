package org.caravansms.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.message.Cancellations.State;
import org.caravansms.message.Cancellations.Turn;
import org.junit.jupiter.api.Test;

/** A message is sent or cancelled, never both. */
class CancellationsTest {

    private static final SmsMessage MESSAGE = message(Instant.EPOCH);
    private static final SmsMessage REPLACEMENT = message(Instant.EPOCH.plusSeconds(1));

    private final List<SmsMessage> left = new ArrayList<>();
    private final Cancellations cancellations = new Cancellations(left::add);

    @Test
    void messageThatIsBeingSentShouldNotBeCancelled() {
        Turn sending = cancellations.begin(MESSAGE);
        assertEquals(State.SENDING, sending.state());
        assertFalse(cancellations.ask(MESSAGE));
        cancellations.settled(MESSAGE, sending);
        assertTrue(cancellations.ask(MESSAGE));
        assertTrue(left.isEmpty());
    }

    /** The message came again before the end of the first turn was noted. */
    @Test
    void endOfAnEarlierTurnShouldNotEndTheNext() {
        Turn first = cancellations.begin(MESSAGE);
        cancellations.begin(MESSAGE);
        cancellations.settled(MESSAGE, first);
        assertFalse(cancellations.ask(MESSAGE));
    }

    /** It is put back in that turn, and dropped in the next one. */
    @Test
    void messageShouldLeaveInATurnThatBeganWhenItWasCancelled() {
        assertTrue(cancellations.ask(MESSAGE));
        assertFalse(cancellations.ask(MESSAGE));
        Turn asked = cancellations.begin(MESSAGE);
        cancellations.cancelled(MESSAGE);
        cancellations.settled(MESSAGE, asked);
        assertTrue(left.isEmpty());
        Turn last = cancellations.begin(MESSAGE);
        assertEquals(List.of(State.ASKED, State.CANCELLED), List.of(asked.state(), last.state()));
        cancellations.withdraw(MESSAGE);
        cancellations.unsettled(MESSAGE, last);
        cancellations.settled(MESSAGE, cancellations.begin(MESSAGE));
        assertEquals(List.of(MESSAGE), left);
    }

    @Test
    void withdrawnMessageShouldBeSent() {
        cancellations.ask(MESSAGE);
        cancellations.withdraw(MESSAGE);
        assertEquals(State.SENDING, cancellations.begin(MESSAGE).state());
    }

    @Test
    void messageInDoubtShouldNotBeCancelledUntilItIsSettled() {
        cancellations.inDoubt(MESSAGE.id());
        assertFalse(cancellations.ask(MESSAGE));
        cancellations.settled(MESSAGE, cancellations.begin(MESSAGE));
        assertTrue(cancellations.ask(MESSAGE));
    }

    @Test
    void replacementOfACancelledMessageShouldBeSent() {
        cancellations.cancelled(MESSAGE);
        assertEquals(State.SENDING, cancellations.begin(REPLACEMENT).state());
        assertEquals(State.CANCELLED, cancellations.begin(MESSAGE).state());
    }

    private static SmsMessage message(Instant acceptedAt) {
        return new SmsMessage("m-1", "u", "1", "2", "SMS:TEXT", "x", "", acceptedAt, MessageOptions.NONE);
    }
}
