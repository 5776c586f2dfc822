package org.caravansms.simulator;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The options of one simulator at work: its counters and draws, shared by all connections. Where there is no fault
 * nothing stands between a connection and the answers of the options.
 */
final class Behaviour {
    private static final SubmitAnswer THROTTLED = SubmitAnswer.of(CommandStatus.ESME_RTHROTTLED);

    /** The latency of one response after the other, in milliseconds. */
    final LongSupplier latency;

    final ReceiptPlanner receipts;
    private final Answers answers;
    private final int cutAfter;
    private final AtomicInteger cutsLeft;
    private final List<BindFault> bindFaults;
    private int bindFault;
    private int bindsMet;

    Behaviour(SimulatorOptions options) {
        Faults faults = options.faults;
        Random seeds = faults.seed == null ? new Random() : new Random(faults.seed);
        latency = options.latency.draws(new Random(seeds.nextLong()));
        answers = losing(faults.losses, throttled(faults.throttle, ruled(faults, options.answers, seeds)), seeds);
        cutAfter = faults.cutAfter;
        cutsLeft = new AtomicInteger(faults.cutConnections);
        bindFaults = faults.binds;
        receipts = new ReceiptPlanner(options.receipts, seeds);
    }

    private static Answers ruled(Faults faults, Answers otherwise, Random seeds) {
        if (faults.answers.isEmpty()) {
            return otherwise;
        }
        Rules<SubmitAnswer> rules = Rules.begin(faults.answers, SubmitAnswer::of, null, seeds);
        return submitSm -> {
            SubmitAnswer ruled = rules.of(submitSm);
            return ruled == null ? otherwise.answer(submitSm) : ruled;
        };
    }

    private static Answers throttled(int perSecond, Answers answers) {
        if (perSecond == 0) {
            return answers;
        }
        // as much as a tenth of a second may come at once
        Bucket bucket = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(Math.max(1, perSecond / 10)).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withNanosecondPrecision()
                .build();
        return submitSm -> bucket.tryConsume(1) ? answers.answer(submitSm) : THROTTLED;
    }

    private static Answers losing(List<Condition> losses, Answers answers, Random seeds) {
        if (losses.isEmpty()) {
            return answers;
        }
        Rules<Boolean> lost = Rules.any(losses, seeds);
        return submitSm -> {
            SubmitAnswer answer = answers.answer(submitSm);
            return answer.isAccepted() && lost.of(submitSm) ? answer.withFate(ResponseFate.LOST) : answer;
        };
    }

    /** The answers to the submit_sm of one connection, which is called by its thread only. */
    Answers answersOfConnection() {
        return cutAfter == 0
                ? answers
                : new Answers() {
                    private int accepted;

                    @Override
                    public SubmitAnswer answer(SubmitSm submitSm) {
                        SubmitAnswer answer = answers.answer(submitSm);
                        boolean cut = answer.isAccepted() && ++accepted == cutAfter && takeCut();
                        return cut ? answer.withFate(ResponseFate.CUT) : answer;
                    }
                };
    }

    private boolean takeCut() {
        return cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** The fault that the next bind meets; null for none. */
    synchronized BindFault nextBindFault() {
        if (bindFault < bindFaults.size()
                && bindsMet == bindFaults.get(bindFault).first()) {
            bindFault++;
            bindsMet = 0;
        }
        bindsMet++;
        return bindFault == bindFaults.size() ? null : bindFaults.get(bindFault);
    }
}
