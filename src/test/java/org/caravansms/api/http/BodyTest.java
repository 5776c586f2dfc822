package org.caravansms.api.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

    private static final int MOST = 1_000_000;

    private final BodyBudget budget = new BodyBudget(2 * MOST);

    @ParameterizedTest
    @CsvSource({"100, 100", "100, -1", "16384, 16384", "16385, 16385", "500000, 500000", "500000, -1", "1000000, -1"})
    void piecesShouldBeJoined(int size, long announced) {
        byte[] octets = new byte[size];
        new Random(1).nextBytes(octets);
        Body body = new Body(budget.share(), MOST, announced);
        for (int i = 0; i < size; i += 7001) {
            body.append(ByteBuffer.wrap(octets, i, Math.min(7001, size - i)));
        }
        assertArrayEquals(octets, body.octets());
    }

    @Test
    void bodyShouldGrowByWhatCameAndNotByWhatWasAnnounced() {
        new Body(budget.share(), MOST, MOST).append(ByteBuffer.allocate(100));
        assertTrue(budget.used() <= BodyBudget.SMALL, budget.used() + " octets");
    }

    @Test
    void octetOverTheLimitShouldBeRefused() {
        Body body = new Body(budget.share(), 10, -1);
        body.append(ByteBuffer.allocate(10));
        assertFault(Fault.REQUEST_TOO_LARGE, () -> body.append(ByteBuffer.allocate(1)));
    }

    @Test
    void budgetShouldBeSharedAndGivenBackOnce() {
        BodyBudget.Share first = budget.share();
        first.grow(2 * MOST);
        BodyBudget.Share second = budget.share();
        assertFault(Fault.BUSY, () -> second.grow(BodyBudget.SMALL + 1));
        second.grow(BodyBudget.SMALL);
        assertFault(Fault.BUSY, () -> second.grow(1));
        assertEquals(2 * MOST + BodyBudget.SMALL, budget.used());
        first.release();
        first.release();
        second.grow(MOST);
        second.release();
        assertEquals(0, budget.used());
    }

    @Test
    void onlyLargeBodyShouldPassWhateverTheBudget() {
        BodyBudget.Share small = budget.share();
        small.grow(BodyBudget.SMALL);
        BodyBudget.Share large = budget.share();
        large.grow(MOST);
        large.grow(3 * MOST);
        assertFault(Fault.BUSY, () -> small.grow(1));
        large.release();
        small.grow(3 * MOST);
    }

    @Test
    void bombShouldBeInflatedNoFurtherThanItsLimit() throws IOException {
        byte[] bomb = gzip(new byte[64 * MOST]);
        Body inflated = new Body(budget.share(), MOST, -1);
        assertFault(Fault.REQUEST_TOO_LARGE, () -> ContentEncoding.decode("gzip", bomb, inflated));
        assertTrue(budget.used() <= MOST, budget.used() + " octets");
    }

    @Test
    void inflatedOctetsShouldCountInTheBudget() throws IOException {
        byte[] octets = new byte[MOST];
        Arrays.fill(octets, (byte) 'a');
        BodyBudget.Share share = budget.share();
        byte[] decoded = ContentEncoding.decode("gzip", gzip(octets), new Body(share, MOST, -1));
        assertArrayEquals(octets, decoded);
        assertTrue(budget.used() >= MOST, budget.used() + " octets");
        share.release();
        assertEquals(0, budget.used());
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(octets);
        }
        return zipped.toByteArray();
    }

    private static void assertFault(Fault fault, Runnable step) {
        assertEquals(fault, assertThrows(ApiException.class, step::run).fault());
    }
}
