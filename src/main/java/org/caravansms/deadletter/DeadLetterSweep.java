package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One pass over a queue that takes the messages of a command off it, up to a thousand with each commit. */
final class DeadLetterSweep {

    private static final int TOGETHER = 1_000;
    private static final int SHOWN = 100;

    private final DeadLetterTransaction transaction;
    private final ReadDeadLetter read;
    private final Predicate<DeadLetter> choice;
    private final Set<String> missing;
    private final boolean named;
    private final boolean dryRun;
    private final List<DeadLetter> first = new ArrayList<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();
    private int done;
    private int refused;

    /**
     * @param named the keys of the messages that the command names, none where it chooses them otherwise
     * @param dryRun whether the messages stay where they are
     */
    DeadLetterSweep(
            DeadLetterTransaction transaction,
            ReadDeadLetter read,
            Predicate<DeadLetter> choice,
            Set<String> named,
            boolean dryRun) {
        this.transaction = transaction;
        this.read = read;
        this.choice = choice;
        this.missing = new TreeSet<>(named);
        this.named = !named.isEmpty();
        this.dryRun = dryRun;
    }

    /** @param most how many messages are looked at: those that return to the queue meanwhile are not */
    DeadLetterResult run(QueueBrowser browser, long most) throws JMSException {
        Enumeration<?> messages = browser.getEnumeration();
        for (long left = most; left > 0 && !isComplete() && messages.hasMoreElements(); left--) {
            DeadLetter message = read.read((Message) messages.nextElement());
            if (choice.test(message)) {
                choose(message);
            }
        }
        take();
        return new DeadLetterResult(done, refused, refusals, List.copyOf(missing), first);
    }

    /** @return whether each message that was named is found */
    private boolean isComplete() {
        return named && missing.isEmpty();
    }

    private void choose(DeadLetter message) throws JMSException {
        missing.remove(message.key());
        if (first.size() < SHOWN) {
            first.add(message);
        }
        Optional<String> refusal = transaction.refusal(message);
        if (refusal.isPresent()) {
            refuse(message.key(), refusal.get());
        } else if (chosen.add(message.key()) && chosen.size() == TOGETHER) {
            take();
        }
    }

    private void take() throws JMSException {
        if (!chosen.isEmpty()) {
            Set<String> taken = dryRun ? Set.copyOf(chosen) : transaction.take(chosen);
            done += taken.size();
            chosen.removeAll(taken);
            chosen.forEach(key -> refuse(key, "another client of the queue has it"));
            chosen.clear();
        }
    }

    private void refuse(String key, String reason) {
        refused++;
        if (refusals.size() < SHOWN) {
            refusals.put(key, reason);
        }
    }
}
