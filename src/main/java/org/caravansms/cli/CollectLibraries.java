package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has Maven collect libraries and what they need, in the versions of the gateway's BOM.
 *
 * @param bom the BOM of the installation
 * @param work a directory for this alone
 */
record CollectLibraries(Path bom, Path work) {

    private static final String DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
    private static final String CAMEL = "org.apache.camel";

    /**
     * @param artifacts {@code kafka}, {@code camel-kafka}, {@code group:artifact} or {@code group:artifact:version}
     * @throws IllegalArgumentException when one has another form
     * @throws IllegalStateException when Maven is missing or does not find one; it has printed the reason
     */
    List<Path> of(List<String> artifacts) throws IOException, InterruptedException {
        Path pom = work.resolve("pom.xml");
        String dependencies =
                artifacts.stream().map(CollectLibraries::dependency).collect(Collectors.joining("\n"));
        Files.writeString(
                pom,
                Files.readString(bom)
                        .replace("</project>", "<dependencies>\n" + dependencies + "\n</dependencies>\n</project>"));
        runMaven(pom);
        return jars(work.resolve("jars"));
    }

    static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String dependency(String artifact) {
        if (!artifact.matches("[\\w.-]+(:[\\w.-]+){0,2}")) {
            throw new IllegalArgumentException(
                    "\"" + artifact + "\" is no library: name it kafka, group:artifact or group:artifact:version");
        }
        String[] parts = artifact.contains(":") ? artifact.split(":") : new String[] {CAMEL, component(artifact)};
        String version = parts.length == 3 ? "<version>" + parts[2] + "</version>" : "";
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>"
                .formatted(parts[0], parts[1], version);
    }

    private static String component(String name) {
        return name.startsWith("camel-") ? name : "camel-" + name;
    }

    private void runMaven(Path pom) throws IOException, InterruptedException {
        ProcessBuilder maven = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "-q",
                        "-f",
                        pom.toString(),
                        DEPENDENCY_PLUGIN + ":copy-dependencies",
                        "-DincludeScope=runtime",
                        "-DoutputDirectory=" + work.resolve("jars"))
                .inheritIO();
        if (start(maven).waitFor() != 0) {
            throw new IllegalStateException("Nothing was added: Maven did not find all of it, for the reason above."
                    + " A library that the BOM does not have needs a version: group:artifact:version");
        }
    }

    private static Process start(ProcessBuilder maven) {
        try {
            return maven.start();
        } catch (IOException e) {
            throw new IllegalStateException("Maven is not installed: the command mvn is not found on the PATH", e);
        }
    }
}
