package org.caravansms.extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.caravansms.config.ReloadedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second for new, changed and removed files in {@code extensions/}. A change counts when two looks find the
 * file the same: one that is being written lacks its end.
 */
public final class ExtensionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionWatch.class);
    private static final long STOP_SECONDS = 120;

    /** @param readable a change of the permissions does not change the stamp */
    private record State(ReloadedFile.Stamp stamp, boolean readable) {}

    private final Path folder;
    private final Extensions extensions;
    private final Map<String, State> taken = new HashMap<>();
    private Map<String, State> seen = Map.of();
    private ScheduledExecutorService thread;

    /** @param folder may be missing, now or later */
    public ExtensionWatch(Path folder, Extensions extensions) {
        this.folder = folder.toAbsolutePath();
        this.extensions = extensions;
    }

    /**
     * Loads the files that there are, in another thread: a file whose routes start slowly holds up no other part.
     *
     * @return done when they are loaded
     */
    public Future<?> start(CamelContext context) {
        thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "extensions");
        seen = states();
        Future<?> first = thread.submit(this::look);
        thread.scheduleWithFixedDelay(
                this::look, ReloadedFile.REST_MILLIS, ReloadedFile.REST_MILLIS, TimeUnit.MILLISECONDS);
        return first;
    }

    /** Returns when no change is under way. */
    public void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An exception would end all further looks. */
    private void look() {
        try {
            Map<String, State> now = states();
            List<String> changed = changed(now);
            seen = now;
            changed.forEach(name -> apply(name, now.get(name)));
            if (!changed.isEmpty()) {
                extensions.waiting().forEach(this::read);
            }
        } catch (RuntimeException e) {
            LOG.error("The extensions in {} are not looked at", folder, e);
        } finally {
            extensions.endOfLook();
        }
    }

    /** @return the names of those that are at rest and are not taken over as they are, in order, policies first */
    private List<String> changed(Map<String, State> now) {
        TreeSet<String> names = new TreeSet<>(now.keySet());
        names.addAll(taken.keySet());
        return names.stream()
                .filter(name -> Objects.equals(now.get(name), seen.get(name)))
                .filter(name -> !Objects.equals(now.get(name), taken.get(name)))
                .sorted(Comparator.comparing(name -> !mayHavePolicy(name)))
                .toList();
    }

    /** Messages wait for a policy: a file of other routes that start slowly comes after it. */
    private boolean mayHavePolicy(String name) {
        try {
            return Files.readString(folder.resolve(name)).contains("policy");
        } catch (IOException e) {
            return false;
        }
    }

    private void apply(String name, State state) {
        if (state == null) {
            taken.remove(name);
            extensions.remove(name);
        } else if (read(name)) {
            taken.put(name, state);
        }
    }

    /** @return false for a file that cannot be read, which is tried again */
    private boolean read(String name) {
        Path file = folder.resolve(name);
        try {
            extensions.take(new ExtensionFile(name, "file:" + file, Files.readAllBytes(file)));
            return true;
        } catch (IOException e) {
            extensions.refuse(name, "the file cannot be read: " + e);
            return false;
        }
    }

    /** @return the files of the folder; as before when it cannot be read */
    private Map<String, State> states() {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, State> found = new HashMap<>();
            files.filter(ExtensionWatch::isExtension)
                    .forEach(file -> found.put(
                            file.getFileName().toString(),
                            new State(ReloadedFile.Stamp.of(file), Files.isReadable(file))));
            return found;
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            LOG.debug("The extensions in {} cannot be listed: {}", folder, e.toString());
            return seen;
        }
    }

    /** Editors begin the names of their temporary files with a dot or a #, or append to them. */
    private static boolean isExtension(Path file) {
        String name = file.getFileName().toString();
        boolean isLinkToNothing = Files.isSymbolicLink(file) && Files.notExists(file);
        return name.endsWith(ExtensionFile.SUFFIX)
                && name.length() > ExtensionFile.SUFFIX.length()
                && !name.startsWith(".")
                && !name.startsWith("#")
                && (Files.isRegularFile(file) || isLinkToNothing);
    }
}
