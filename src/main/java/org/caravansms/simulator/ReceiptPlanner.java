package org.caravansms.simulator;

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
        ReceiptShape shape = shapes.of(submitSm).next();
        List<PlannedReceipt> planned = new ArrayList<>();
        long millis = delay.getAsLong();
        if (shape.preceding() != null) {
            planned.add(new ReceiptPdu(shape, id, shape.preceding(), now, submitSm, true).planned(millis));
            millis += delay.getAsLong();
        }
        planned.add(new ReceiptPdu(shape, id, shape.name(state), now, submitSm, false).planned(millis));
        if (twice.of(submitSm)) {
            planned.addAll(List.copyOf(planned));
        }
        return planned;
    }

    boolean isBefore(SubmitSm submitSm) {
        return before.of(submitSm);
    }

    boolean isElsewhere(SubmitSm submitSm) {
        return elsewhere.of(submitSm);
    }
}
