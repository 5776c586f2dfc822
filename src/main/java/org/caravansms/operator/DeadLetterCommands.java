package org.caravansms.operator;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.caravansms.deadletter.DeadLetter;
import org.caravansms.deadletter.DeadLetterResult;
import org.caravansms.deadletter.DeadLetterSelection;
import org.caravansms.deadletter.DeadLetters;

/**
 * The commands {@code dead}, {@code doubt} and {@code requests}: each lists, resends and drops the messages of one queue
 * for people.
 *
 * @param name the command's
 * @param noun what one of its messages is called
 * @param nouns what several of them are called
 */
public record DeadLetterCommands(String name, String noun, String nouns, DeadLetters messages) {

    /**
     * @param words {@code list}, {@code resend} or {@code drop}, and what belongs to it
     * @throws IllegalArgumentException when they are something else
     * @throws Exception when the queue fails
     */
    public Reply answer(@Body List<String> words) throws Exception {
        String verb = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        return switch (verb) {
            case "list" ->
                list(messages.list(UsageFault.read(rest, new ListLimit()).rows()));
            case "resend" -> moved(messages.resend(selection(rest)), "queued again");
            case "drop" -> moved(messages.drop(selection(rest)), "dropped for good");
            default -> throw new IllegalArgumentException(("Unknown command: " + name + " " + verb).strip());
        };
    }

    private static DeadLetterSelection selection(List<String> words) {
        return UsageFault.read(words, new DeadLetterArguments()).choice();
    }

    private Reply list(List<DeadLetter> first) {
        long total = Math.max(first.size(), messages.count());
        Table table = new Table("id", "since", "user", "recipient", "provider", "reason");
        first.forEach(message -> add(message, table));
        List<String> lines = new ArrayList<>(total > 0 ? table.lines() : List.of());
        lines.add(count(total) + (total > first.size() ? ", the first " + first.size() + " shown: --limit N" : ""));
        return new Reply(Reply.DONE, lines).with("messages", table.rows()).with("total", total);
    }

    /** Without the text, and with the beginning of the recipient's number only. */
    private static void add(DeadLetter message, Table table) {
        table.add(
                message.key(),
                message.since().truncatedTo(ChronoUnit.SECONDS),
                message.user(),
                Columns.masked(message.recipient()),
                message.provider(),
                reason(message));
    }

    private static String reason(DeadLetter message) {
        return message.resendAt() == null
                ? message.reason()
                : message.reason() + "; sent again at " + message.resendAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private Reply moved(DeadLetterResult outcome, String done) {
        List<String> lines = new ArrayList<>(List.of(count(outcome.done()) + " " + done));
        outcome.refusals().forEach((key, why) -> lines.add("Not " + done + ": " + key + ", " + why));
        int more = outcome.refused() - outcome.refusals().size();
        if (more > 0) {
            lines.add("Not " + done + ": " + more + " others, for such reasons");
        }
        outcome.unknown().forEach(key -> lines.add("There is no " + noun + " " + key));
        boolean all = outcome.refused() == 0 && outcome.unknown().isEmpty();
        return new Reply(all ? Reply.DONE : Reply.NOT_DONE, lines)
                .with("done", outcome.done())
                .with("refused", outcome.refused())
                .with("refusals", outcome.refusals())
                .with("unknown", outcome.unknown());
    }

    private String count(long count) {
        return (count == 0 ? "No" : count) + " " + (count == 1 ? noun : nouns);
    }
}
