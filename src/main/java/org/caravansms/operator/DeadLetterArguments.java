package org.caravansms.operator;

import java.util.LinkedHashSet;
import java.util.Set;
import org.caravansms.deadletter.DeadLetterSelection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which messages {@code resend} and {@code drop} are for. */
public final class DeadLetterArguments {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "the messages, as list shows their ids")
    private final Set<String> ids = new LinkedHashSet<>();

    @Option(names = "--all", description = "all of them")
    private boolean all;

    @Mixin
    private final DeadLetterFilters filters = new DeadLetterFilters();

    @Option(names = "--dry-run", description = "shows what would be done, and does nothing")
    private boolean dryRun;

    /** @throws IllegalArgumentException saying what does not go together */
    DeadLetterSelection choice() {
        require(all || !ids.isEmpty(), "Name messages by their ids, or give --all");
        require(!all || ids.isEmpty(), "--all and ids do not go together");
        require(all || filters.given() == null, filters.given() + " goes with --all only");
        return new DeadLetterSelection(ids, filters.filter(), dryRun);
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException(fault);
        }
    }
}
