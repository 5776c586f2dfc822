package org.caravansms.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadedFileTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LogManager.getLogger(ReloadedFile.class);
    private final AbstractAppender appender =
            new AbstractAppender("reloaded", null, null, false, Property.EMPTY_ARRAY) {
                @Override
                public void append(LogEvent event) {
                    logged.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
                }
            };

    @TempDir
    Path folder;

    private Path file;
    private ReloadedFile<List<String>> names;

    @BeforeEach
    void read() throws IOException {
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.INFO);
        file = Files.writeString(folder.resolve("names"), "anna\n");
        names = reloaded();
    }

    @AfterEach
    void stopListening() {
        logger.removeAppender(appender);
        logger.setLevel(null);
    }

    @Test
    void changedFileShouldBeReadAgainAfterASecond() throws IOException {
        Files.writeString(file, "anna\nbela\n");
        assertEquals(List.of("anna"), names.get());
        forwardASecond();
        assertEquals(List.of("anna", "bela"), names.get());
        assertEquals(List.of("INFO 2 names"), logged);
    }

    @Test
    void unchangedFileShouldNotBeReadAgain() {
        List<String> before = names.get();
        forwardASecond();
        assertSame(before, names.get());
        assertEquals(List.of(), logged);
    }

    @Test
    void fileOfTheSameSizeAndTimeThatWasMovedInShouldBeRead() throws IOException {
        FileTime same = Files.getLastModifiedTime(file);
        Path other = Files.writeString(folder.resolve("other"), "bela\n");
        Files.setLastModifiedTime(other, same);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        forwardASecond();
        assertEquals(List.of("bela"), names.get());
    }

    @Test
    void wrongOrMissingFileShouldLeaveTheValueBeforeUntilItIsRight() throws IOException {
        List<String> before = names.get();
        Files.writeString(file, "wrong\n");
        forwardASecond();
        assertSame(before, names.get());
        Files.delete(file);
        forwardASecond();
        assertSame(before, names.get());
        Files.writeString(file, "cili\n");
        forwardASecond();
        assertEquals(List.of("cili"), names.get());
    }

    @Test
    void wrongFileShouldBeLoggedOnce() throws IOException {
        Files.writeString(file, "wrong\n");
        for (int i = 0; i < 3; i++) {
            forwardASecond();
            names.get();
        }
        assertEquals(List.of("ERROR " + file + " is wrong. The names before stay."), logged);
    }

    @Test
    void wrongFileAtTheStartShouldBeRefused() throws IOException {
        Files.writeString(file, "wrong\n");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, this::reloaded);
        assertEquals(file + " is wrong", refusal.getMessage());
    }

    private ReloadedFile<List<String>> reloaded() {
        return new ReloadedFile<>(
                file,
                ReloadedFileTest::lines,
                lines -> lines.size() + " names",
                "The names before stay",
                nanoTime::get);
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.contains("wrong")) {
                throw new IllegalArgumentException(file + " is wrong");
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    private void forwardASecond() {
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }
}
