package org.caravansms.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyStoreTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void keptMessageShouldBeFoundAfterARestart() {
        try (IdempotencyStore ids = open()) {
            ids.store(Map.of("anna\n1", "first", "bela\n1", "another"));
        }
        try (IdempotencyStore ids = open()) {
            assertEquals(Optional.of("first"), ids.find("anna\n1"));
            assertEquals(Optional.of("another"), ids.find("bela\n1"));
            assertEquals(Optional.empty(), ids.find("anna\n2"));
        }
    }

    @Test
    void messageOfTheStoreShouldSurviveAProcessThatNeverClosedIt() throws Exception {
        IdempotencyStore killed = open();
        killed.store(Map.of("anna\n1", "first"));
        for (Path part : SqliteFile.parts(folder.resolve("ids.db"))) {
            String name = part.getFileName().toString().replace("ids", "copy");
            java.nio.file.Files.copy(part, folder.resolve(name));
        }
        killed.close();
        try (IdempotencyStore ids = new IdempotencyStore(folder.resolve("copy.db"), DAY, clock(), batches -> {})) {
            assertEquals(Optional.of("first"), ids.find("anna\n1"));
        }
    }

    @Test
    void firstMessageShouldStayUnderItsKey() {
        try (IdempotencyStore ids = open()) {
            ids.store(Map.of("anna\n1", "first"));
            ids.store(Map.of("anna\n1", "second"));
            assertEquals(Optional.of("first"), ids.find("anna\n1"));
        }
    }

    @Test
    void messageShouldBeForgottenAfterItsTime() {
        try (IdempotencyStore ids = open()) {
            ids.store(Map.of("anna\n1", "first"));
            now = now.plus(DAY).minusMillis(1);
            assertEquals(Optional.of("first"), ids.find("anna\n1"));
            now = now.plusMillis(1);
            assertEquals(Optional.empty(), ids.find("anna\n1"));
        }
    }

    @Test
    void keyShouldBeFreeAgainAfterItsTimeAndThenKeepItsNewMessage() {
        try (IdempotencyStore ids = open()) {
            ids.store(Map.of("anna\n1", "first", "anna\n2", "old"));
            now = now.plus(DAY);
            ids.store(Map.of("anna\n1", "second"));
            assertEquals(Optional.of("second"), ids.find("anna\n1"));
            now = now.plus(DAY).minusMillis(1);
            ids.store(Map.of("anna\n3", "later"));
            assertEquals(Optional.of("second"), ids.find("anna\n1"));
            assertEquals(Optional.empty(), ids.find("anna\n2"));
        }
    }

    private IdempotencyStore open() {
        return new IdempotencyStore(folder.resolve("ids.db"), DAY, clock(), batches -> {});
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
