package org.caravansms.broker;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {

    private static final long FILE = 10;
    private static final List<String> ONE = List.of("a message");

    private final Configuration broker = new ConfigurationImpl().setJournalFileSize((int) FILE);
    private final DiskSpace disk = new DiskSpace(Path.of("data"));

    @Test
    void diskBelowTheLimitShouldHaveRoom() {
        disk.takeLimitsFrom(broker.setMaxDiskUsage(95));
        disk.look(51, 1000);
        assertDoesNotThrow(() -> disk.check(ONE));
        assertEquals("94.9", disk.percent());
    }

    @Test
    void diskAtTheLimitShouldTakeNothingNewAndSettleTheRest() {
        disk.takeLimitsFrom(broker.setMaxDiskUsage(95));
        disk.look(50, 1000);
        DiskFullException full = assertThrows(DiskFullException.class, () -> disk.check(ONE));
        assertEquals(
                "The disk is 95.0 % full: nothing new is accepted, what was goes on being sent"
                        + " (max-disk-usage 95 in config/broker.xml)",
                full.getMessage());
        assertTrue(disk.hasRoomToSettle());
        assertDoesNotThrow(() -> disk.check(List.of()));
    }

    @Test
    void diskWithoutRoomForTheJournalsNextFilesShouldSettleNothing() {
        disk.takeLimitsFrom(broker.setMaxDiskUsage(95));
        disk.look(2 * FILE - 1, 100);
        assertFalse(disk.hasRoomToSettle());
        assertThrows(DiskFullException.class, () -> disk.check(ONE));
        disk.look(2 * FILE, 100);
        assertTrue(disk.hasRoomToSettle());
        assertDoesNotThrow(() -> disk.check(ONE));
    }

    @Test
    void leastFreeShouldGoBeforeMostUsed() {
        disk.takeLimitsFrom(broker.setMaxDiskUsage(1).setMinDiskFree(40));
        disk.look(41, 100);
        assertDoesNotThrow(() -> disk.check(ONE));
        disk.look(40, 100);
        assertThrows(DiskFullException.class, () -> disk.check(ONE));
    }

    /** Artemis would keep those waiting who settle what was sent. */
    @Test
    void limitsShouldNotBeArtemissOwn() {
        disk.takeLimitsFrom(broker.setMaxDiskUsage(95).setMinDiskFree(40));
        assertEquals(-1, broker.getMaxDiskUsage());
        assertEquals(-1, broker.getMinDiskFree());
    }
}
