package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    public Integer call() throws IOException {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    /** @return the exit code of the running gateway, which gets the words as they were typed and reads them again */
    int askGateway() {
        return askGateway(words());
    }

    int askGateway(List<String> words) {
        CommandLine root = spec.root().commandLine();
        try {
            return new OperatorClient(socket(), root.getOut(), root.getErr()).ask(words);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof AccessDeniedException) {
                return print(new Reply(Reply.NO_GATEWAY, List.of("The gateway is another user's: " + e.getMessage())));
            }
            throw e;
        }
    }

    private List<String> words() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    boolean isJsonAsked() {
        return words().contains(Reply.JSON);
    }

    /** @return the exit code of the reply, which this program gives itself */
    int print(Reply reply) {
        CommandLine root = spec.root().commandLine();
        return OperatorClient.print(reply, isJsonAsked(), root.getOut(), root.getErr());
    }

    /** @throws IllegalArgumentException when no gateway runs: it alone knows the commands that a team added */
    void requireGateway(String command) {
        if (Files.notExists(socket())) {
            throw new IllegalArgumentException("Unknown command: " + command
                    + "\nOne of your own needs a running gateway, and no one listens at " + socket()
                    + ": start it with bin/caravan run. bin/caravan help lists the others.");
        }
    }

    private static Path socket() {
        return Home.resolve("sms.data-dir").resolve(OperatorSocket.FILE);
    }
}
