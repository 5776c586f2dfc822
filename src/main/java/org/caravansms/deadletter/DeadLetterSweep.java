package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One pass over a queue, that takes off it what a command is for: so many messages by a commit, the next ones by the next. */
final class DeadLetterSweep {

    private static final int TOGETHER = 1_000;

    private final DeadLetterBrowser browser;
    private final DeadLetterTransaction transaction;
    private final Predicate<DeadLetter> choice;
    private final DeadLetterTally tally;
    private final Set<String> chosen = new LinkedHashSet<>();

    /** @param tally counts; it is complete once all that the choice names are found */
    DeadLetterSweep(
            DeadLetterBrowser browser,
            DeadLetterTransaction transaction,
            Predicate<DeadLetter> choice,
            DeadLetterTally tally) {
        this.browser = browser;
        this.transaction = transaction;
        this.choice = choice;
        this.tally = tally;
    }

    DeadLetterResult run() throws JMSException {
        Optional<DeadLetter> next = browser.next();
        while (next.isPresent()) {
            if (choice.test(next.get())) {
                choose(next.get());
            }
            next = tally.isComplete() ? Optional.empty() : browser.next();
        }
        take();
        return tally.outcome();
    }

    private void choose(DeadLetter message) throws JMSException {
        tally.found(message);
        Optional<String> refusal = transaction.refusal(message);
        if (refusal.isPresent()) {
            tally.refuse(message.key(), refusal.get());
        } else if (chosen.add(message.key()) && chosen.size() == TOGETHER) {
            take();
        }
    }

    private void take() throws JMSException {
        if (!chosen.isEmpty()) {
            Set<String> taken = transaction.take(chosen);
            tally.done(taken.size());
            chosen.removeAll(taken);
            chosen.forEach(key -> tally.refuse(key, "another client of the queue has it"));
            chosen.clear();
        }
    }
}
