package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One pass over a queue, that takes off it what a command is for: so many messages by a commit, the next ones by the next. */
final class KeptSweep {

    private static final int TOGETHER = 1_000;

    private final KeptBrowser browser;
    private final KeptTransaction transaction;
    private final Predicate<KeptMessage> choice;
    private final KeptTally tally;
    private final Set<String> chosen = new LinkedHashSet<>();

    /** @param tally counts; it is complete once all that the choice names are found */
    KeptSweep(KeptBrowser browser, KeptTransaction transaction, Predicate<KeptMessage> choice, KeptTally tally) {
        this.browser = browser;
        this.transaction = transaction;
        this.choice = choice;
        this.tally = tally;
    }

    KeptOutcome run() throws JMSException {
        Optional<KeptMessage> next = browser.next();
        while (next.isPresent()) {
            if (choice.test(next.get())) {
                choose(next.get());
            }
            next = tally.isComplete() ? Optional.empty() : browser.next();
        }
        take();
        return tally.outcome();
    }

    private void choose(KeptMessage message) throws JMSException {
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
