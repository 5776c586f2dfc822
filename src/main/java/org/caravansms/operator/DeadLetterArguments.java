package org.caravansms.operator;

import java.util.LinkedHashSet;
import java.util.Set;
import org.caravansms.deadletter.DeadLetterSelection;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which messages {@code resend} and {@code drop} are for. */
public final class DeadLetterArguments {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "the messages, as list shows their ids")
    private final Set<String> ids = new LinkedHashSet<>();

    @Option(names = "--all", description = "all of them")
    private boolean all;

    @Option(names = "--reason", paramLabel = "TEXT", description = "with --all: those alone whose reason has TEXT")
    private String reason;

    /** @throws IllegalArgumentException saying what does not go together */
    DeadLetterSelection choice() {
        require(all || !ids.isEmpty(), "Name messages by their ids, or give --all");
        require(!all || ids.isEmpty(), "--all and ids do not go together");
        require(all || reason == null, "--reason goes with --all only");
        require(reason == null || !reason.isBlank(), "--reason needs a text");
        return new DeadLetterSelection(ids, reason == null ? "" : reason);
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException(fault);
        }
    }
}
