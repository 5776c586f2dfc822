package org.caravansms.faults;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Messages of one part with a first word and a recipient of their own; some leave the basic GSM table, some GSM. */
final class NumberedMessages {
    private static final List<String> TEXTS = List.of(
            "Your parcel is on its way, see you between 8 and 16.",
            "100 % = {[~]} \\ ^ | \u20ac & <b>+</b> @\u00a3$ _",
            "\u00c4\u00d6\u00dc \u00e4\u00f6\u00fc \u00e8\u00e9 \u00f1 \u0394\u03a9 \u00bfqu\u00e9?",
            "\u041f\u0440\u0438\u0432\u0435\u0442 \u0151\u0171 \ud83d\ude80");

    private final String prefix = "k" + UUID.randomUUID().toString().substring(0, 6);
    private final AtomicInteger sequence = new AtomicInteger();

    List<SentMessage> next(int count, Random random) {
        return Stream.generate(() -> next(random)).limit(count).toList();
    }

    private SentMessage next(Random random) {
        int next = sequence.incrementAndGet();
        String number = String.format("%s-%06d", prefix, next);
        String recipient = "+3620" + (1_000_000 + next);
        return SentMessage.unanswered(number, recipient, number + " " + TEXTS.get(random.nextInt(TEXTS.size())));
    }

    int count() {
        return sequence.get();
    }
}
