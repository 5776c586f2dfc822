package org.caravansms.operator;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.caravansms.deadletter.DeadLetterList;
import org.caravansms.deadletter.DeadLetterResult;
import org.caravansms.deadletter.DeadLetters;

/** The commands {@code dead} and {@code doubt}: lists the messages of one queue out of the flow, sends them again, or drops them. */
public final class DeadLetterCommands {

    private final String name;
    private final String noun;
    private final String nouns;
    private final DeadLetters messages;

    /**
     * @param name the command's
     * @param noun what one of its messages is called
     * @param nouns what several of them are called
     */
    public DeadLetterCommands(String name, String noun, String nouns, DeadLetters messages) {
        this.name = name;
        this.noun = noun;
        this.nouns = nouns;
        this.messages = messages;
    }

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
                list(messages.list(CommandWords.read(rest, new ListLimit()).rows()));
            case "resend" ->
                moved(
                        messages.resend(CommandWords.read(rest, new DeadLetterArguments())
                                .choice()),
                        "queued again");
            case "drop" ->
                moved(
                        messages.drop(CommandWords.read(rest, new DeadLetterArguments())
                                .choice()),
                        "dropped for good");
            default -> throw new IllegalArgumentException(("Unknown command: " + name + " " + verb).strip());
        };
    }

    private Reply list(DeadLetterList list) {
        List<String> lines = new ArrayList<>();
        if (list.total() > 0) {
            lines.addAll(DeadLetterTable.of(list.messages()));
        }
        boolean cut = list.total() > list.messages().size();
        lines.add(count(list.total()) + (cut ? ", the first " + list.messages().size() + " shown: --limit N" : ""));
        return new Reply(Reply.DONE, lines);
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
        return new Reply(all ? Reply.DONE : Reply.NOT_DONE, lines);
    }

    private String count(long count) {
        return (count == 0 ? "No" : count) + " " + (count == 1 ? noun : nouns);
    }
}
