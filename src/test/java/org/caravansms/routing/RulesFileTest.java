package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {

    private static final QueueNames QUEUES = new QueueNames("sms.outbound", Set.of("sms.outbound.dead"));

    private final AtomicLong nanoTime = new AtomicLong();

    @TempDir
    Path folder;

    private Path file;
    private RulesFile rules;

    @BeforeEach
    void read() throws IOException {
        file = Files.writeString(folder.resolve("routing.rules"), "sms.outbound.a\n");
        rules = new RulesFile(file, QUEUES, nanoTime::get);
    }

    @Test
    void changedFileShouldBeReadAgainAfterASecond() throws IOException {
        Files.writeString(file, "sms.outbound.a to=+36\nsms.outbound.b\n");
        assertEquals(1, rules.get().count());
        forwardASecond();
        assertEquals(2, rules.get().count());
    }

    @Test
    void unchangedFileShouldNotBeReadAgain() {
        RoutingRules before = rules.get();
        forwardASecond();
        assertSame(before, rules.get());
    }

    @Test
    void wrongOrMissingFileShouldLeaveTheRulesBeforeUntilItIsRight() throws IOException {
        RoutingRules before = rules.get();
        Files.writeString(file, "sms.outbound.dead\n");
        forwardASecond();
        assertSame(before, rules.get());
        Files.delete(file);
        forwardASecond();
        assertSame(before, rules.get());
        Files.writeString(file, "# none any more\n");
        forwardASecond();
        assertTrue(rules.get().isEmpty());
    }

    @Test
    void wrongFileShouldBeToldOnce() throws IOException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger logger = (Logger) LogManager.getLogger(RulesFile.class);
        AbstractAppender appender = new AbstractAppender("told", null, null, false, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                logged.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
            }
        };
        appender.start();
        logger.addAppender(appender);
        Files.writeString(file, "# a comment\nsms.outbound priority=high\n");
        for (int i = 0; i < 3; i++) {
            forwardASecond();
            rules.get();
        }
        logger.removeAppender(appender);
        assertEquals(
                List.of("ERROR " + file
                        + ", line 2: priority=high is not a number from 0 to 9. The rules before stay in force."),
                logged);
    }

    @Test
    void wrongOrMissingFileAtTheStartShouldBeNamed() throws IOException {
        Files.writeString(file, "sms.outbound whatever\n");
        assertRefused(file + ", line 1: whatever is none of [priority, provider, to, type, user] with = and a value");
        Files.delete(file);
        assertRefused("The routing rules " + file + " cannot be read: ");
    }

    private void assertRefused(String fault) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new RulesFile(file, QUEUES, nanoTime::get));
        assertTrue(refusal.getMessage().startsWith(fault), refusal.getMessage());
    }

    private void forwardASecond() {
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }
}
