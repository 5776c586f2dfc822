package org.caravansms.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** Node with the modules of {@code src/test/node}, which npm installs into {@code target/node}. */
final class NodeModules {

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node");
    private static final int SECONDS = 180;

    private NodeModules() {}

    /** Skips the test where there is no npm, or where it cannot reach a registry. */
    static Path installed() throws IOException, InterruptedException {
        Path modules = FOLDER.resolve("node_modules").toAbsolutePath();
        if (!Files.exists(modules.resolve(".package-lock.json")) || !isCurrent()) {
            Files.createDirectories(FOLDER);
            install();
        }
        return modules;
    }

    private static boolean isCurrent() throws IOException {
        Path lock = FOLDER.resolve("package-lock.json");
        return Files.exists(lock) && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
    }

    private static void install() throws IOException, InterruptedException {
        assumeTrue(ClientsTest.isOnPath("npm"), "There is no npm, which brings the clients for Node");
        for (String file : new String[] {"package.json", "package-lock.json"}) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = FOLDER.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = npm.waitFor(SECONDS, TimeUnit.SECONDS);
        npm.destroyForcibly();
        assumeTrue(ended && npm.exitValue() == 0, "npm could not bring the clients for Node: see " + log);
    }
}
