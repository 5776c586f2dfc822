package org.caravansms.simulator;

import java.util.Random;
import java.util.function.LongSupplier;

/**
 * The options of one simulator at work: what counts, what draws and what all its connections share. Where there is
 * no fault nothing stands between a connection and the answers of the options.
 */
final class Behaviour {
    private final LongSupplier latency;
    private final Answers answers;
    private final Cuts cuts;
    private final BindFaults bindFaults;
    private final boolean silentEnquireLink;
    private final ReceiptPlanner receipts;

    private Behaviour(SimulatorOptions options, Random seeds) {
        Faults faults = options.faults();
        latency = options.latency().draws(new Random(seeds.nextLong()));
        answers = answers(options.answers(), faults.submits(), seeds);
        cuts = new Cuts(faults.submits().cut());
        bindFaults = new BindFaults(faults.binds());
        silentEnquireLink = faults.silentEnquireLink();
        receipts = new ReceiptPlanner(options.sending().receipts(), seeds);
    }

    static Behaviour of(SimulatorOptions options) {
        var seed = options.faults().seed();
        return new Behaviour(options, seed.isPresent() ? new Random(seed.getAsLong()) : new Random());
    }

    private static Answers answers(Answers answers, SubmitFaults faults, Random seeds) {
        Answers ruled = faults.answers().isEmpty() ? answers : RuledAnswers.begin(faults.answers(), answers, seeds);
        Answers throttled = faults.throttle() == 0 ? ruled : new ThrottledAnswers(faults.throttle(), ruled);
        return faults.losses().isEmpty() ? throttled : LostAnswers.begin(faults.losses(), throttled, seeds);
    }

    /** The latency of one response after the other, in milliseconds. */
    LongSupplier latency() {
        return latency;
    }

    /** The answers to the submit_sm of one connection. */
    Answers answersOfConnection() {
        return cuts.over(answers);
    }

    BindFaults bindFaults() {
        return bindFaults;
    }

    ReceiptPlanner receipts() {
        return receipts;
    }

    boolean isEnquireLinkSilent() {
        return silentEnquireLink;
    }
}
