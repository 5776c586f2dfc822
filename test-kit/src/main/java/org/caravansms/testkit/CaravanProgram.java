package org.caravansms.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code bin/caravan} of an installation or an instance.
 *
 * @param home of the one or the other
 * @param output the file of what it prints
 */
record CaravanProgram(Path home, Path output) {

    Process start(String... words) throws IOException {
        ProcessBuilder program = new ProcessBuilder(home.resolve("bin/caravan").toString());
        program.command().addAll(List.of(words));
        // a test does not wait until the gateway has written an archive for faster starts
        program.environment().put("CARAVAN_CACHE", "off");
        return program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** Waits for the end of a command, which reads a line where it asks for one. */
    void run(String line, String... words) throws IOException, InterruptedException {
        Process command = start(words);
        try (var in = command.outputWriter()) {
            in.write(line + "\n");
        } catch (IOException e) {
            // a command that reads nothing has ended
        }
        if (command.waitFor() != 0) {
            throw failure("caravan " + String.join(" ", words));
        }
    }

    IllegalStateException failure(String what) throws IOException {
        return new IllegalStateException(what + " failed:\n" + Files.readString(output));
    }
}
