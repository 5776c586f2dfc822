package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** registered_delivery on the wire, SMPP 3.4 section 5.2.17, of each part of a message. */
class ReceiptsAskedForTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({"final, 1", "none, 0", "failure, 2", "intermediate, 17"})
    void eachPartShouldAskForTheReceiptsOfItsProvider(String receipts, int registeredDelivery) throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway =
                        RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_RECEIPTS", receipts)) {
            gateway.send("recipient=36201234567&messagedata=" + "x".repeat(161));
            await().until(() -> smsc.received().size() == 2);
            assertEquals(
                    List.of(registeredDelivery, registeredDelivery),
                    smsc.received().stream().map(SubmitSm::registeredDelivery).toList());
        }
    }

    @Test
    void lastPartAloneShouldAskForTheReceiptOfAMessageWhichSettlesIt() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway =
                        RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_RECEIPTS_PER", "message");
                SeenEvents seen = new SeenEvents()) {
            gateway.send("recipient=36201234567&messagedata=" + "x".repeat(400));
            await().until(() -> seen.ids("delivered").size() == 1);
            assertEquals(
                    List.of(0, 0, 1),
                    smsc.received().stream().map(SubmitSm::registeredDelivery).toList());
            gateway.send("recipient=36201234567&messagedata=x");
            await().until(() -> seen.ids("delivered").size() == 2);
            smsc.received().clear();
            gateway.send("recipient=36201234567&registered_delivery=17&messagedata=" + "x".repeat(161));
            await().until(() -> smsc.received().size() == 2);
            assertEquals(
                    List.of(0, 17),
                    smsc.received().stream().map(SubmitSm::registeredDelivery).toList());
        }
    }
}
