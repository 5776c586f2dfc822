package org.caravansms.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Parameters;

/** {@code caravan smpp-clients}. */
@Command(
        name = "smpp-clients",
        description = "the programs that are bound over SMPP: list, unbind",
        subcommands = HelpCommand.class)
final class SmppClientsOptions extends CommandGroup {

    @Command(description = "shows their binds, how fast they are, and how much waits for them")
    int list() {
        return askGateway();
    }

    @Command(description = "ends the binds of a user, which may bind again")
    int unbind(@Parameters(paramLabel = "USER", description = "the user") String user) {
        return askGateway();
    }
}
