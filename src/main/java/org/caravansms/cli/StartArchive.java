package org.caravansms.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the classes of this run to a file at its orderly stop, when all else is done. The next start maps the file and
 * need not load them: an archive of CDS, or from Java 25 on an AOT cache, with the profiles of the methods.
 * {@code bin/caravan} names the file while there is none. It appears whole or not at all.
 */
final class StartArchive extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final int SECONDS = 120;
    private static final int FIRST_WITH_PROFILES = 25;

    /** The collector and the modules must be those of the run; nothing else of its options matters. */
    private static final List<String> DECIDING = List.of("-XX:+Use", "-Xm", "--");

    private final Path file;
    private final Path made;
    private final Path recording;
    private boolean started;

    /**
     * @param file the archive; its size follows in its name, so that a cut one is not used
     * @param recording where the JVM writes what the archive is made of: for CDS the names of the classes
     */
    private StartArchive(Path file, Path recording) {
        this.file = file;
        this.made = Path.of(file + "." + ProcessHandle.current().pid());
        this.recording = recording;
    }

    /** @return a listener that does nothing when {@code bin/caravan} wants no archive of this run */
    static MainListenerSupport wanted() {
        String file = System.getProperty("caravan.archive");
        return file == null
                ? new MainListenerSupport()
                : new StartArchive(Path.of(file), Path.of(System.getProperty("caravan.archive.recording")));
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        started = true;
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (started) {
            LOG.info("Stopped   what makes the next start faster is written to {}, once: some seconds", file);
            make();
        }
    }

    private void make() {
        try {
            write();
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.READ)) {
                channel.force(true);
            }
            Files.move(made, Path.of(file + "." + Files.size(made)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | JMException e) {
            LOG.warn("Stopped   {} is not written, the next start is no faster: {}", file, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            made.toFile().delete();
            recording.toFile().delete();
        }
    }

    private void write() throws IOException, JMException, InterruptedException {
        if (Runtime.version().feature() < FIRST_WITH_PROFILES) {
            assemble("-Xshare:dump", "-XX:SharedClassListFile=" + recording, "-XX:SharedArchiveFile=" + made);
        } else {
            // a command of jcmd, in this JVM
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "aotEndRecording", null, null);
            assemble("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + made);
        }
    }

    /** Another JVM does this. With an AOT cache the JVM would start it by itself, but with lines on the console. */
    private void assemble(String... what) throws IOException, InterruptedException {
        Stream<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> DECIDING.stream().anyMatch(option::startsWith));
        List<String> command = Stream.of(
                        Stream.of(System.getProperty("java.home") + "/bin/java"),
                        options,
                        Stream.of(what),
                        Stream.of("-cp", System.getProperty("java.class.path")))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
