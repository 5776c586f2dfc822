package org.caravansms.gateway.shared;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caravansms.gateway.Esme;
import org.caravansms.gateway.TestApi;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Receipts come back to the program that submitted: once it is bound, and until it answers that it has them. */
class SmppReceiptsTest {

    private static final int ROK = 0;
    private static final int TRY_AGAIN = 0x64;

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @Test
    void receiptShouldComeToTheClientThatAskedForIt() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            Receipts receipts = new Receipts();
            esme.session.setMessageReceiverListener(receipts);
            String unasked = esme.submit("none");
            esme.registeredDelivery = 2;
            String ofFailure = esme.submit("of a failure");
            esme.registeredDelivery = 1;
            String id = esme.submit("asked for");
            await().until(() -> receipts.byId.containsKey(id));
            DeliverSm receipt = receipts.byId.get(id);
            DeliveryReceipt read = receipt.getShortMessageAsDeliveryReceipt();
            assertEquals(List.of(id, DeliveryReceiptState.DELIVRD), List.of(read.getId(), read.getFinalStatus()));
            assertEquals(
                    List.of("36201234567", "44777888"), List.of(receipt.getSourceAddr(), receipt.getDestAddress()));
            OptionalParameter.Message_state state = receipt.getOptionalParameter(OptionalParameter.Message_state.class);
            assertEquals(2, state.getValue());
            assertTrue(!receipts.byId.containsKey(unasked) && !receipts.byId.containsKey(ofFailure));
        }
    }

    @Test
    void receiptShouldWaitForAClientThatIsAway() throws Exception {
        String id;
        try (Esme esme = Esme.bound(api.smppPort(), BindType.BIND_TX, "admin", "abc123")) {
            esme.registeredDelivery = 1;
            id = esme.submit("away");
        }
        await().until(() -> api.waiting("sms.smpp.due.admin") > 0);
        try (WireClient client = bound()) {
            assertEquals(id, receipt(client, id, ROK).receiptId());
        }
    }

    /** After an error, and after a cut without an answer. */
    @Test
    void receiptShouldComeAgainUntilTheClientAnswers() throws Exception {
        String id;
        try (WireClient client = bound()) {
            client.send(WirePdu.submitSm(2, "again").asking(1));
            id = client.receive(WirePdu.SUBMIT_SM | 0x80000000).messageId();
            receipt(client, id, TRY_AGAIN);
            receipt(client, id, TRY_AGAIN);
            receipt(client, id, -1);
        }
        try (WireClient client = bound()) {
            receipt(client, id, ROK);
            client.send(WirePdu.submitSm(3, "next").asking(1));
            String next = client.receive(WirePdu.SUBMIT_SM | 0x80000000).messageId();
            WireResponse delivery = client.receive(WirePdu.DELIVER_SM);
            while (!delivery.receiptId().equals(next)) {
                assertTrue(!delivery.receiptId().equals(id), "an answered receipt came again");
                client.send(WirePdu.response(delivery, ROK));
                delivery = client.receive(WirePdu.DELIVER_SM);
            }
            client.send(WirePdu.response(delivery, ROK));
        }
    }

    /** @param status the answer, -1 for none; those of other messages are answered with 0 */
    private static WireResponse receipt(WireClient client, String id, int status) throws IOException {
        WireResponse delivery = client.receive(WirePdu.DELIVER_SM);
        while (!delivery.receiptId().equals(id)) {
            client.send(WirePdu.response(delivery, ROK));
            delivery = client.receive(WirePdu.DELIVER_SM);
        }
        SubmitSm fields = delivery.deliverSm();
        assertEquals(id + "\0", new String(fields.tlvs().get(0x001E), StandardCharsets.US_ASCII));
        assertEquals(4, fields.esmClass());
        if (status >= 0) {
            client.send(WirePdu.response(delivery, status));
        }
        return delivery;
    }

    private static WireClient bound() {
        return await().until(SmppReceiptsTest::tryToBind, client -> client != null);
    }

    /** The bind of the test before may be about to end. */
    private static WireClient tryToBind() throws IOException {
        WireClient client = WireClient.connected(api.smppPort());
        WirePdu bind = WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "admin", "abc123");
        if (client.ask(bind).commandStatus() == ROK) {
            return client;
        }
        client.close();
        return null;
    }

    /** Those that jSMPP read. */
    private static final class Receipts implements MessageReceiverListener {

        private final Map<String, DeliverSm> byId = new ConcurrentHashMap<>();

        @Override
        public void onAcceptDeliverSm(DeliverSm receipt) {
            try {
                byId.put(receipt.getShortMessageAsDeliveryReceipt().getId(), receipt);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
            return null;
        }
    }
}
