package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.DELIVER_SM;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.UNBIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import org.caravansms.smsc.DeliverSmOctets;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that receives only: bound as such, with the route deliver-sm alone. */
class ReceiverTest {

    private static final int BIND_RECEIVER = 0x01;

    @TempDir
    Path data;

    @Test
    void receiverShouldTakeWhatComesAndSendNothing() throws Exception {
        try (WireSmsc smsc =
                WireSmsc.start((id, sequence) -> (id & RESPONSE) == 0 ? WireSmsc.ok(id, sequence) : null)) {
            try (RunningGateway gateway =
                            RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_BIND", "receiver");
                    Queues queues = new Queues()) {
                await().until(() -> smsc.count(BIND_RECEIVER) == 1);
                gateway.send("recipient=36201234567&messagedata=x");
                smsc.send(DeliverSmOctets.burst(1));
                await().until(() -> smsc.count(DELIVER_SM | RESPONSE) == 1);
                assertEquals(0, smsc.responses().get(0).getInt(8));
                assertEquals(1, queues.browse(Queues.OUTBOUND).size());
                assertNull(gateway.camel().getRoute("dispatch-sandbox-1"));
            }
            assertEquals(List.of(BIND_RECEIVER, DELIVER_SM | RESPONSE, UNBIND), smsc.commands());
        }
    }
}
