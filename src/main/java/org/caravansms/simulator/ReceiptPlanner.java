package org.caravansms.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.caravansms.simulator.ReceiptsToCome.PlannedReceipt;

/** Decides which receipts an accepted submit_sm gets, what they say and when. Called by several threads. */
final class ReceiptPlanner {
    private static final int ASKED = 0x03;
    private static final int FAILURE_ONLY = 0x02;

    /** The shapes of a rule, taken in turn. */
    static final class RoundRobin {
        private final List<ReceiptShape> shapes;
        private final AtomicLong taken = new AtomicLong();

        RoundRobin(List<ReceiptShape> shapes) {
            if (shapes.isEmpty()) {
                throw new IllegalArgumentException("a rule needs a shape");
            }
            this.shapes = shapes;
        }

        ReceiptShape next() {
            return shapes.get((int) (taken.getAndIncrement() % shapes.size()));
        }
    }

    private final SimulatedReceipts receipts;
    private final LongSupplier delay;
    private final Rules<ReceiptState> states;
    private final Rules<RoundRobin> shapes;
    private final Rules<Boolean> never;
    private final Rules<Boolean> before;
    private final Rules<Boolean> elsewhere;
    private final Rules<Boolean> twice;

    ReceiptPlanner(SimulatedReceipts receipts, Random seeds) {
        this.receipts = receipts;
        delay = receipts.delay.draws(new Random(seeds.nextLong()));
        states = Rules.begin(receipts.states, Function.identity(), ReceiptState.DELIVRD, seeds);
        RoundRobin standard = new RoundRobin(List.of(ReceiptShape.STANDARD));
        shapes = Rules.begin(receipts.shapes, RoundRobin::new, standard, seeds);
        never = Rules.any(receipts.never, seeds);
        before = Rules.any(receipts.before, seeds);
        elsewhere = Rules.any(receipts.elsewhere, seeds);
        twice = Rules.any(receipts.twice, seeds);
    }

    /** The form of the message_id. */
    MessageIdFormat idForm() {
        return receipts.idForm;
    }

    /** The receipts of an accepted submit_sm, as a rule one; none where nobody asks or the faults say so. */
    List<PlannedReceipt> plan(SubmitSm submitSm, String messageId) {
        int asked = submitSm.registeredDelivery() & ASKED;
        if (!receipts.always && asked == 0) {
            return List.of();
        }
        ReceiptState state = states.of(submitSm);
        boolean wanted = receipts.always || asked != FAILURE_ONLY || state.isFailure();
        return wanted && !never.of(submitSm) ? write(submitSm, messageId, state) : List.of();
    }

    private List<PlannedReceipt> write(SubmitSm submitSm, String messageId, ReceiptState state) {
        Instant now = Instant.now();
        String id = receipts.idForm.receipt(messageId);
        ReceiptFacts facts = new ReceiptFacts(id, state, now, now, submitSm);
        List<PlannedReceipt> one = write(facts, shapes.of(submitSm).next());
        return twice.of(submitSm) ? twice(one) : one;
    }

    private static List<PlannedReceipt> twice(List<PlannedReceipt> receipts) {
        List<PlannedReceipt> both = new ArrayList<>(receipts);
        both.addAll(receipts);
        return both;
    }

    private List<PlannedReceipt> write(ReceiptFacts facts, ReceiptShape shape) {
        Duration first = drawDelay();
        if (shape.preceding() == null) {
            OutgoingDelivery only = ReceiptPdu.last(shape, facts.withState(facts.state(), done(facts, first)));
            return List.of(new PlannedReceipt(only, first.toNanos()));
        }
        Duration last = first.plus(drawDelay());
        return List.of(
                new PlannedReceipt(
                        ReceiptPdu.preceding(shape, facts.withState(shape.preceding(), done(facts, first))),
                        first.toNanos()),
                new PlannedReceipt(
                        ReceiptPdu.last(shape, facts.withState(facts.state(), done(facts, last))), last.toNanos()));
    }

    private Duration drawDelay() {
        return Duration.ofMillis(delay.getAsLong());
    }

    private static Instant done(ReceiptFacts facts, Duration delay) {
        return facts.submitted().plus(delay);
    }

    boolean isBefore(SubmitSm submitSm) {
        return before.of(submitSm);
    }

    boolean isElsewhere(SubmitSm submitSm) {
        return elsewhere.of(submitSm);
    }
}
