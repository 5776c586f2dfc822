package org.caravansms.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.caravansms.gateway.SeenLog;
import org.caravansms.message.Callback;
import org.junit.jupiter.api.Test;

class ReceiverOutagesTest {

    private long nanos;
    private final ReceiverOutages outages = new ReceiverOutages(() -> nanos);

    @Test
    void receiverThatTakesEveryOtherCallbackShouldBeToldOnceAMinute() {
        try (SeenLog log = SeenLog.attach()) {
            for (int second = 0; second < 120; second++) {
                nanos = TimeUnit.SECONDS.toNanos(second);
                outages.failed(to("http://h:81/"), "status 500", false);
                outages.taken(to("http://h:81/"));
            }
            assertEquals(2, log.linesWith("Callbacks to h:81 fail: status 500").size());
            assertEquals(
                    1,
                    log.linesWith("Callbacks to h:81 are taken again; 61 tries failed")
                            .size());
        }
    }

    @Test
    void receiversShouldBeToldByThemselvesAndNotWithoutEnd() {
        try (SeenLog log = SeenLog.attach()) {
            for (int port = 1; port <= 1_500; port++) {
                outages.failed(to("http://h:" + port + "/?secret"), "ConnectException", true);
            }
            assertEquals(1_001, log.linesWith("Callbacks to ").size());
            assertEquals(1, log.linesWith("Callbacks to other receivers fail").size());
        }
    }

    private static Callback to(String url) {
        return new Callback("id", "m1", "any", url, "", "", Instant.EPOCH);
    }
}
