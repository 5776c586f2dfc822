package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caravan create}. */
@Command(
        name = "create",
        description = "makes an instance: a directory with settings, extensions and data that upgrades leave alone")
final class CreateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "a new or an empty directory")
    private Path directory;

    @Override
    public Integer call() throws IOException {
        Instance instance = new Instance(directory.toAbsolutePath().normalize());
        instance.create(Home.installation());
        spec.commandLine()
                .getOut()
                .printf(
                        """
                The instance is made. Its settings are in %1$s/config, and start with the SMSC simulator.
                Add a user and start it:
                  %2$s user add NAME
                  %2$s run
                Routes to copy into %1$s/extensions are in %3$s.
                """,
                        instance.directory(),
                        instance.program(),
                        Home.installation().resolve("extensions/examples"));
        return ExitCode.OK;
    }
}
