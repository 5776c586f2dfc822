package org.caravansms.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.caravansms.callback.CallbackOrder.CallbackOutOfOrderException;
import org.caravansms.callback.PublicAddresses.NoPublicAddressException;
import org.caravansms.message.Callback;
import org.caravansms.message.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeCallTest {

    private static final Callback CALLBACK =
            new Callback("id", "m1", "lane", "http://h/?secret", "", "", Instant.EPOCH);

    private final DescribeCall describe = new DescribeCall(
            new CallbackOrder(), Duration.ofSeconds(5), Duration.ofSeconds(60), 6, (receiver, outcome) -> {});

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void successShouldBeTheEndOfIt(int status) {
        assertInstanceOf(Outcome.Sent.class, describe.answered(new DescribeCall.Answer(status, 0), CALLBACK, null));
    }

    /** The tries before are null at first, as the queue has no count then. */
    @ParameterizedTest
    @CsvSource({
        "500, , 0, 5",
        "500, 1, 0, 10",
        "500, 2, 0, 20",
        "500, 4, 0, 60",
        "503, , 30, 30",
        "503, , 3, 5",
        "429, , 999999, 60",
        "408, 3, 0, 40",
        "425, 3, 0, 40",
        "302, , 0, 5",
        "404, 1, 0, 10",
        "410, 1, 0, 10"
    })
    void otherStatusShouldBeTriedAgainAfterARestThatGrows(int status, Integer before, int asked, int seconds) {
        Outcome.Retry later = assertInstanceOf(
                Outcome.Retry.class, describe.answered(new DescribeCall.Answer(status, asked), CALLBACK, before));
        assertEquals(seconds, later.delay().toSeconds());
        assertEquals("status " + status, later.reason());
        assertEquals(true, later.counted());
    }

    @ParameterizedTest
    @CsvSource({"500, 5, 6", "429, 5, 6", "404, 2, 3", "410, 2, 3", "302, 2, 3"})
    void lastTryShouldGiveItUp(int status, int before, int tries) {
        Outcome.Failed failed = assertInstanceOf(
                Outcome.Failed.class, describe.answered(new DescribeCall.Answer(status, 0), CALLBACK, before));
        assertEquals("status " + status + ", tried " + tries + " times", failed.reason());
    }

    @Test
    void failureShouldBeToldWithoutTheUrl() {
        Outcome.Retry later = assertInstanceOf(
                Outcome.Retry.class, describe.failed(new ConnectException("http://h/?secret"), CALLBACK, null));
        assertEquals("ConnectException", later.reason());
        assertInstanceOf(Outcome.Retry.class, describe.failed(new UnknownHostException("h"), CALLBACK, 4));
    }

    @Test
    void privateAddressShouldBeGivenUpSoon() {
        assertInstanceOf(Outcome.Failed.class, describe.failed(new NoPublicAddressException(), CALLBACK, 2));
    }

    @Test
    void waitForAnEarlierOneShouldCountForNothing() {
        Outcome.Retry later = assertInstanceOf(
                Outcome.Retry.class,
                describe.failed(new CallbackOutOfOrderException(Duration.ofSeconds(3)), CALLBACK, 4));
        assertEquals(false, later.counted());
        assertEquals(3, later.delay().toSeconds());
    }

    @Test
    void whatCannotBeReadShouldBeKept() {
        assertInstanceOf(Outcome.Failed.class, describe.failed(new IllegalArgumentException("no JSON"), null, null));
    }
}
