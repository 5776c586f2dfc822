package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSCEIVER;
import static org.caravansms.smsc.WireSmsc.UNBIND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link lives as long as its route runs, while the gateway goes on. */
class LinkRouteTest {

    private static final String ROUTE = "submit-sm-sandbox-1";

    @TempDir
    Path data;

    @Test
    void stoppedRouteShouldUnbindAndAStartedOneBind() throws Exception {
        try (WireSmsc smsc = WireSmsc.start(WireSmsc::ok);
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            await().until(() -> smsc.count(BIND_TRANSCEIVER) == 1);
            gateway.camel().getRouteController().stopRoute(ROUTE);
            assertEquals(List.of(BIND_TRANSCEIVER, UNBIND), smsc.commands());
            gateway.camel().getRouteController().startRoute(ROUTE);
            await().until(() -> smsc.count(BIND_TRANSCEIVER) == 2);
        }
    }

    @Test
    void removedRouteShouldUnbindAndStayAway() throws Exception {
        try (WireSmsc smsc = WireSmsc.start(WireSmsc::ok);
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            await().until(() -> smsc.count(BIND_TRANSCEIVER) == 1);
            gateway.camel().getRouteController().stopRoute(ROUTE);
            gateway.camel().removeRoute(ROUTE);
            await().during(Duration.ofMillis(500)).until(() -> smsc.commands().size() == 2);
            assertEquals(List.of(BIND_TRANSCEIVER, UNBIND), smsc.commands());
        }
    }
}
