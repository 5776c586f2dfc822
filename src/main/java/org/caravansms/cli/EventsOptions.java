package org.caravansms.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Parameters;

/** {@code caravan events}. */
@Command(name = "events", description = "the subscriptions of events: list, drop", subcommands = HelpCommand.class)
final class EventsOptions extends CommandGroup {

    @Command(description = "shows them, who reads them, and how much waits")
    int list() {
        return askGateway();
    }

    @Command(description = "drops one that nobody reads, with what waits for it")
    int drop(@Parameters(paramLabel = "NAME", description = "its name, as list shows it") String name) {
        return askGateway();
    }
}
