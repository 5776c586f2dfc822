package org.caravansms.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.operator.OperatorClient;
import org.caravansms.operator.OperatorSocket;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The running gateway, which does what the words ask for. */
final class AskedGateway {

    private AskedGateway() {}

    /** @return the exit code */
    static int ask(CommandSpec command, List<String> words) {
        CommandLine line = command.commandLine();
        return new OperatorClient(socket(), line.getOut(), line.getErr()).ask(words);
    }

    /**
     * @param words of a command that this program does not know
     * @throws IllegalArgumentException when there is no gateway to know it
     */
    static int askOwn(CommandSpec command, List<String> words) {
        if (!Files.exists(socket())) {
            throw new IllegalArgumentException("Unknown command: " + words.get(0)
                    + "\nOne of your own needs a running gateway, and no one listens at " + socket()
                    + ": start it with bin/caravan run. bin/caravan help lists the others.");
        }
        return ask(command, words);
    }

    private static Path socket() {
        return Home.data().resolve(OperatorSocket.FILE);
    }
}
