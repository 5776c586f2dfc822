package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of a message's callbacks outlives the gateway. */
class CallbackSequenceTest {

    private static final String QUEUE = "sms.callbacks.due.host-localhost";

    @TempDir
    Path data;

    /** As a kill leaves them: the first was in hand and is on the queue again, the second waits for a turn. */
    @Test
    void firstCallbackShouldComeFirstAfterAKillEvenWhenTheSecondIsDue() throws Exception {
        int smsc = FreePort.next();
        try (ReceivedCallbacks seen = ReceivedCallbacks.start()) {
            try (RunningGateway gateway = RunningGateway.start(data, smsc);
                    Queues queues = new Queues()) {
                long due = System.currentTimeMillis() + 100;
                queues.put(QUEUE, callback(seen, "second", 2), "_AMQ_SCHED_DELIVERY", due);
                queues.put(QUEUE, callback(seen, "third", 3), "_AMQ_SCHED_DELIVERY", due + 100_000);
                await().until(() -> queues.browse(QUEUE).size() == 1);
                queues.put(QUEUE, callback(seen, "first", 1));
            }
            try (RunningGateway gateway = RunningGateway.start(
                    data, smsc, "SMS_CALLBACK_HOSTS", "localhost", "SMS_CALLBACK_PRIVATE_NETWORKS", "true")) {
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> seen.requests().size() == 2);
                assertEquals(List.of("/first", "/second"), seen.uris());
            }
        }
    }

    private static String callback(ReceivedCallbacks receiver, String name, int second) {
        return """
                {"v":1,"id":"%s","about":"m1","lane":"host-localhost","url":"http://localhost:%d/%s","body":"",
                "webhook":"","since":"2026-11-23T00:00:0%dZ"}""".formatted(name, receiver.port(), name, second);
    }
}
