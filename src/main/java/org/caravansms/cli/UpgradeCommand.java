package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caravan upgrade}. */
@Command(name = "upgrade", description = "makes an instance run with this installation from its next start on")
final class UpgradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "an instance of caravan create")
    private Path directory;

    @Override
    public Integer call() throws IOException {
        Instance instance = new Instance(directory.toAbsolutePath().normalize());
        instance.upgrade(Home.installation());
        spec.commandLine().getOut().printf("""
                %s runs with %s from its next start on.
                Its settings, extensions and data are as they were.
                """, instance.directory(), Home.installation());
        return ExitCode.OK;
    }
}
