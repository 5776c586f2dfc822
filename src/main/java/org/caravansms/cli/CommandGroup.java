package org.caravansms.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.caravansms.operator.OperatorClient;
import org.caravansms.operator.OperatorSocket;
import org.caravansms.operator.Reply;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with commands below it. By itself it prints their help. */
@Command
abstract class CommandGroup implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    /** @return the exit code of the running gateway, which gets the words as they were typed and reads them again */
    int askGateway() {
        CommandLine root = spec.root().commandLine();
        return new OperatorClient(socket(), root.getOut(), root.getErr())
                .ask(root.getParseResult().originalArgs());
    }

    /** @return the exit code of the reply, which this program gives itself */
    int print(Reply reply) {
        CommandLine root = spec.root().commandLine();
        boolean json = root.getParseResult().originalArgs().contains(Reply.JSON);
        return OperatorClient.print(reply, json, root.getOut(), root.getErr());
    }

    /** @throws IllegalArgumentException when no gateway runs: it alone knows the commands that a team added */
    void requireGateway(String command) {
        if (!Files.exists(socket())) {
            throw new IllegalArgumentException("Unknown command: " + command
                    + "\nOne of your own needs a running gateway, and no one listens at " + socket()
                    + ": start it with bin/caravan run. bin/caravan help lists the others.");
        }
    }

    private static Path socket() {
        return Home.resolve("sms.data-dir").resolve(OperatorSocket.FILE);
    }
}
