package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.util.FileUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Parameters;

/** {@code caravan component}: collects libraries in {@code lib/ext}, where extensions find them. */
@Command(
        name = "component",
        description = "adds a Camel component, or another library, with what it needs: kafka",
        subcommands = HelpCommand.class)
final class ComponentCommand extends CommandGroup {

    /** The version of an artifact and what follows it in the name of its file. */
    private static final String VERSION = "-\\d[^/]*\\.jar$";

    @Command(description = "collects it in lib/ext by Maven, which must be installed, in the versions of the gateway")
    int add(
            @Parameters(paramLabel = "ARTIFACT", description = "kafka, or group:artifact, or group:artifact:version")
                    List<String> artifacts)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("caravan-component");
        try {
            CollectLibraries collected =
                    new CollectLibraries(Home.installation().resolve("lib/caravan-bom.pom"), work);
            take(collected.of(artifacts), Files.createDirectories(Home.path().resolve("lib/ext")));
            return ExitCode.OK;
        } finally {
            FileUtil.removeDir(work.toFile());
        }
    }

    /** A library that is in lib/ already, in whichever version, stays the only one. */
    private void take(List<Path> jars, Path ext) throws IOException {
        List<String> shipped = artifacts(Home.installation().resolve("lib"));
        List<String> own = artifacts(ext);
        for (Path jar : jars) {
            String artifact = artifact(jar);
            if (!shipped.contains(artifact) && !own.contains(artifact)) {
                Files.copy(jar, ext.resolve(jar.getFileName()));
                spec.commandLine().getOut().println("lib/ext/" + jar.getFileName());
            }
        }
        spec.commandLine().getOut().println("The next start of the gateway has them.");
    }

    private static List<String> artifacts(Path folder) throws IOException {
        return CollectLibraries.jars(folder).stream()
                .map(ComponentCommand::artifact)
                .toList();
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst(VERSION, "");
    }
}
