package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.gateway.ProviderFile.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caravansms.FreePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks sms.provider.<name>.* that come, change and go while the gateway runs. */
class ProvidersTest {

    private static final String MESSAGE = "recipient=%2B36201234567&messagedata=";

    @TempDir
    Path folder;

    private ProviderFile file;

    @BeforeEach
    void patience() {
        file = new ProviderFile(folder.resolve("application.properties"));
    }

    @Test
    void addedProviderShouldDrainItsOwnQueue() throws Exception {
        file.write();
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = start();
                Queues queues = new Queues()) {
            gateway.send(MESSAGE + "own");
            queues.put("sms.outbound.acme", queues.take(Queues.OUTBOUND).getBody(String.class));
            file.write(block("acme", smsc.port()));
            await().atMost(Duration.ofSeconds(20)).until(() -> smsc.texts().equals(List.of("own")));
        }
    }

    @Test
    void removedProviderShouldUnbindAndLeaveTheQueueAlone() throws Exception {
        try (TestSmsc smsc = TestSmsc.start()) {
            file.write(block("acme", smsc.port()));
            try (RunningGateway gateway = start();
                    Queues queues = new Queues()) {
                gateway.send(MESSAGE + "before");
                await().until(() -> smsc.texts().equals(List.of("before")));
                file.write();
                awaitRoutes(gateway, "acme", 0);
                gateway.send(MESSAGE + "after");
                assertEquals(1, queues.browse(Queues.OUTBOUND).size());
                assertEquals(List.of("before"), smsc.texts());
            }
        }
    }

    @Test
    void changedPortShouldBeTakenOverAndTheOtherProviderBeLeftAlone() throws Exception {
        try (TestSmsc first = TestSmsc.start();
                TestSmsc second = TestSmsc.start()) {
            int nowhere = FreePort.next();
            file.write(block("acme", first.port()), block("other", nowhere));
            try (RunningGateway gateway = start()) {
                gateway.send(MESSAGE + "1");
                await().until(() -> first.texts().equals(List.of("1")));
                Object untouched = gateway.camel().getRoute("dispatch-other-1");
                file.write(block("acme", second.port(), "window=7"), block("other", nowhere));
                await().atMost(Duration.ofSeconds(20)).until(() -> second.binds() == 1);
                gateway.send(MESSAGE + "2");
                await().until(() -> second.texts().equals(List.of("2")));
                assertSame(untouched, gateway.camel().getRoute("dispatch-other-1"));
                assertEquals(List.of("1"), first.texts());
            }
        }
    }

    @Test
    void wrongBlockShouldStopOnlyItself() throws Exception {
        String wrong = "Setting sms.provider.bad.window is \"x\", not a number from 1 to 1000";
        try (TestSmsc smsc = TestSmsc.start();
                SeenLog log = SeenLog.attach()) {
            file.write(block("acme", smsc.port()), block("bad", smsc.port(), "window=x"));
            try (RunningGateway gateway = start()) {
                assertEquals(1, log.linesWith("ERROR org.caravansms").size());
                assertEquals(2, log.linesWith("is not started: " + wrong).size());
                gateway.send(MESSAGE + "1");
                await().until(() -> smsc.texts().equals(List.of("1")));
                assertEquals(0, routes(gateway, "bad"));
            }
        }
    }

    @Test
    void blockThatBecameWrongShouldLeaveItsProviderAsItWas() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                SeenLog log = SeenLog.attach()) {
            file.write(block("acme", smsc.port()));
            try (RunningGateway gateway = start()) {
                file.write(block("acme", smsc.port(), "bind=both"), "sms.http.threads=3");
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> log.linesWith("Provider acme stays as it was: Setting sms.provider.acme.bind is")
                                        .size()
                                == 1);
                assertEquals(
                        1,
                        log.linesWith("A restart is needed for the changed settings sms.http.threads")
                                .size());
                gateway.send(MESSAGE + "1");
                await().until(() -> smsc.texts().equals(List.of("1")));
            }
        }
    }

    @Test
    void bindsOfAProviderShouldDrainOneQueue() throws Exception {
        try (TestSmsc smsc = TestSmsc.start()) {
            file.write(block("acme", smsc.port(), "binds=2"));
            try (RunningGateway gateway = start()) {
                await().until(() -> smsc.binds() == 2);
                gateway.send(MESSAGE + "1");
                await().until(() -> smsc.texts().equals(List.of("1")));
                assertEquals(4, routes(gateway, "acme"));
            }
        }
    }

    private RunningGateway start() throws Exception {
        return RunningGateway.start(file.file(), folder.resolve("data"), 1);
    }

    private static void awaitRoutes(RunningGateway gateway, String provider, long count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> routes(gateway, provider) == count);
    }

    private static long routes(RunningGateway gateway, String provider) {
        return gateway.camel().getRoutes().stream()
                .filter(route -> route.getId().matches("(dispatch|submit-sm)-" + provider + "-\\d+"))
                .count();
    }
}
