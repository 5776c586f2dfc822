package org.caravansms.operator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.caravansms.broker.DrainSwitch;

/**
 * The commands {@code pause} and {@code resume}: a paused provider sends nothing, and nothing is sent from a paused
 * queue. What is under way is finished, and the rest keeps its order. {@code resume} without a name ends a drain.
 *
 * @param providers the names of the providers that are configured
 * @param queues the names of the queues that may be paused, those that are there
 */
public record PauseCommands(
        PausedNames paused, DrainSwitch drain, Supplier<Set<String>> providers, Supplier<Set<String>> queues) {

    /**
     * @param words the name of a provider or a queue
     * @throws IllegalArgumentException when there is none of that name
     */
    public Reply pause(@Body List<String> words) throws IOException {
        String name = name("pause", words);
        boolean isProvider = providers.get().contains(name);
        if (!isProvider && !queues.get().contains(name)) {
            throw new IllegalArgumentException("There is no provider and no queue of messages to be sent named " + name
                    + ". Providers: " + list(providers.get()) + ". Queues: " + list(queues.get()));
        }
        boolean added = paused.pause(name);
        String meaning = isProvider ? "it stays bound, and sends nothing" : "nothing is sent from it";
        return new Reply(
                Reply.DONE,
                List.of(name + (added ? " is paused: " : " was paused before: ") + meaning
                        + ", also after a restart. What is under way is finished. bin/caravan resume " + name
                        + " ends it"));
    }

    /**
     * @param words a name, or nothing to accept new messages after a drain
     * @throws IllegalArgumentException when that name is not paused
     */
    public Reply resume(@Body List<String> words) throws IOException {
        if (words.isEmpty()) {
            return resumeAccepting();
        }
        String name = name("resume", words);
        if (!paused.resume(name)) {
            throw new IllegalArgumentException(
                    name + " is not paused. Paused: " + list(paused.all().keySet()));
        }
        return new Reply(Reply.DONE, List.of(name + " is resumed"));
    }

    private Reply resumeAccepting() {
        List<String> lines = new ArrayList<>();
        lines.add(drain.isOn() ? "New messages are accepted again" : "New messages were being accepted");
        drain.set(false);
        paused.all().forEach((name, since) -> lines.add(name + " stays paused: bin/caravan resume " + name));
        return new Reply(Reply.DONE, lines);
    }

    private static String name(String command, List<String> words) {
        if (words.size() != 1 || words.get(0).isBlank()) {
            throw new IllegalArgumentException("caravan " + command + " takes the name of one provider or queue");
        }
        return words.get(0);
    }

    private static String list(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
    }
}
