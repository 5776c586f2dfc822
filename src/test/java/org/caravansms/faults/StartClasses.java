package org.caravansms.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes the classes of a gateway's start to a file, once for all tests of the distribution. Each start of theirs maps
 * it, by the build's {@code JAVA_OPTS}, and takes over a third less CPU. Java ignores a file that does not fit.
 */
public final class StartClasses implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        String archive = System.getProperty("caravan.start-classes");
        if (archive != null) {
            makeOnce(Path.of(archive));
        }
    }

    /** The tests of another fork go on without it meanwhile. */
    private static void makeOnce(Path archive) throws IOException {
        Path folder = Files.createDirectories(Path.of(archive + ".made"));
        try (FileChannel file =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock != null && !isOfThisBuild(archive)) {
                make(folder.resolve("classes"), archive);
            }
        }
    }

    private static boolean isOfThisBuild(Path archive) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive)
                                .compareTo(Files.getLastModifiedTime(ServerProcess.HOME.resolve("lib")))
                        > 0;
    }

    private static void make(Path made, Path archive) throws IOException {
        Files.deleteIfExists(made);
        try (ServerProcess gateway = Site.in(made.getParent())
                .startGateway(1, "JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=" + made)) {
            gateway.beginStop();
            await().atMost(Duration.ofMinutes(3)).until(() -> !gateway.isAlive());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // a Java without an archive of its own classes writes none
        if (Files.exists(made)) {
            Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
