package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFileTest {

    private static final String HASH = "$2b$10$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzabcde";

    private final SetTime time = new SetTime();

    @TempDir
    Path folder;

    private Path file;
    private UsersFile users;

    @BeforeEach
    void read() throws IOException {
        file = folder.resolve("users.properties");
        write("anna");
        users = new UsersFile(file, time::currentTimeNanos);
    }

    @Test
    void changedFileShouldBeReadAgainAfterASecond() throws IOException {
        write("anna", "bela");
        assertEquals(List.of("anna"), names());
        time.forward(1);
        assertEquals(List.of("anna", "bela"), names());
    }

    @Test
    void unchangedFileShouldNotBeReadAgain() {
        Users before = users.get();
        time.forward(2);
        assertSame(before, users.get());
    }

    @Test
    void fileOfTheSameSizeAndTimeThatWasMovedInShouldBeRead() throws IOException {
        FileTime same = Files.getLastModifiedTime(file);
        Path other = Files.writeString(folder.resolve("other"), "bela.password=" + HASH + "\n");
        Files.setLastModifiedTime(other, same);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        time.forward(1);
        assertEquals(List.of("bela"), names());
    }

    @Test
    void wrongFileShouldLeaveTheUsersBeforeUntilItIsRight() throws IOException {
        Files.writeString(file, "anna.password=none\n");
        time.forward(1);
        assertEquals(List.of("anna"), names());
        Files.delete(file);
        time.forward(1);
        assertEquals(List.of("anna"), names());
        write("cili");
        time.forward(1);
        assertEquals(List.of("cili"), names());
    }

    @Test
    void wrongFileShouldBeToldOnceAndWithoutHashes() throws IOException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger logger = (Logger) LogManager.getLogger(UsersFile.class);
        AbstractAppender appender = new AbstractAppender("told", null, null, false, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                logged.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
            }
        };
        appender.start();
        logger.addAppender(appender);
        Files.writeString(file, "anna.password=" + HASH + "\nanna.burst=" + HASH);
        for (int i = 0; i < 3; i++) {
            time.forward(1);
            users.get();
        }
        logger.removeAppender(appender);
        assertEquals(
                List.of("ERROR " + file + ": anna.burst needs anna.messages-per-second. The users known before stay."),
                logged);
    }

    @Test
    void wrongFileAtTheStartShouldBeNamed() throws IOException {
        Files.writeString(file, "anna.pasword=x");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new UsersFile(file));
        assertTrue(refusal.getMessage().startsWith(file + ": unknown key anna.pasword;"), refusal.getMessage());
    }

    private void write(String... names) throws IOException {
        Files.writeString(
                file,
                String.join("", List.of(names).stream().map(UsersFileTest::line).toList()));
    }

    private static String line(String name) {
        return name + ".password=" + HASH + "\n";
    }

    private List<String> names() {
        return users.get().all().stream().map(User::name).toList();
    }
}
