package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.camel.builder.RouteBuilder;
import org.caravansms.simulator.InboundSms;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.QuerySmResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client learns of its messages after the submit, and what it can still change. */
class SmppCommandsTest {

    private static final int ROK = 0;
    private static final int CANCEL_FAILED = 0x11;
    private static final int INVALID_ID = 0x0C;
    private static final int SUBMIT_SM_RESP = 0x80000004;

    @RegisterExtension
    static final TestApi api = new TestApi();

    /** The SMSC's own err, in the text and as network_error_code. */
    @Test
    void receiptShouldHaveTheNetworksErrorCode() throws Exception {
        try (SeenEvents seen = new SeenEvents();
                WireClient client = bound()) {
            client.send(WirePdu.submitSm(2, "fails").asking(2));
            String id = client.receive(SUBMIT_SM_RESP).messageId();
            await().until(() -> seen.ids("submitted").contains(id));
            JsonNode submitted = seen.of("submitted").stream()
                    .filter(event -> event.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
            api.smsc()
                    .deliver(
                            InboundSms.text(
                                    "36203105366",
                                    "44777888",
                                    "id:" + submitted.path("parts").path("1").asText()
                                            + " sub:001 dlvrd:000 submit date:2611271200 done date:2611271201 stat:UNDELIV err:027 text:"));
            WireResponse receipt = receipt(client, id);
            assertTrue(receipt.text().contains(" stat:UNDELIV err:027 "), receipt.text());
            assertArrayEquals(new byte[] {3, 0, 27}, receipt.deliverSm().tlvs().get(0x0423));
        }
    }

    /** It waits for its time; then it does not wait any more. */
    @Test
    void scheduledMessageShouldBeFoundAndCancelledOnce() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            esme.scheduleDeliveryTime = "000000000012000R";
            String id = esme.submit("cancelled");
            esme.submit("stays");
            assertEquals(List.of(MessageState.ENROUTE, ""), stateAndDate(esme, id));
            assertEquals(ROK, cancel(esme, id, "44777888"));
            assertEquals(MessageState.DELETED, query(esme, id).getMessageState());
            assertTrue(query(esme, id).getFinalDate().matches("[0-9]{15}\\+"));
            assertEquals(CANCEL_FAILED, cancel(esme, id, "44777888"));
            await().until(() -> api.queues().browse("sms.cancelled").stream().noneMatch(copy -> isOf(id, copy)));
            assertEquals(List.of("stays"), api.texts(1));
        }
    }

    /** Its text, time and receipts, more than once. */
    @Test
    void scheduledMessageShouldBeReplacedUnderItsId() throws Exception {
        try (WireClient receiver = bound();
                Esme esme = Esme.bound(api.smppPort(), BindType.BIND_TX, "admin", "abc123")) {
            esme.scheduleDeliveryTime = "000000010000000R";
            String id = esme.submit("first");
            assertEquals(ROK, replace(esme, id, "000000010000000R", 0, "second"));
            assertEquals(ROK, replace(esme, id, "000000000001000R", 1, "third"));
            assertEquals(List.of("third"), api.texts(1));
            WireResponse receipt = receipt(receiver, id);
            assertTrue(receipt.text().endsWith(" text:third"), receipt.text());
            assertEquals(MessageState.DELIVERED, query(esme, id).getMessageState());
            assertEquals(0x13, replace(esme, id, null, 0, "fourth"));
        }
    }

    /** In UCS-2, and of octets, as the first message; the SMSC has its former data_coding. */
    @ParameterizedTest
    @CsvSource({"8, 00480065, 6f226587", "4, 00ff80, 80ff00", "0, 48656c6c6f, 7b7d"})
    void replacementShouldHaveTheAlphabetOfTheMessage(int coding, String first, String second) throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            esme.scheduleDeliveryTime = "000000010000000R";
            esme.dataCoding = coding;
            String id = esme.submit(HexFormat.of().parseHex(first));
            assertEquals(
                    ROK, replace(esme, id, "000000000001000R", 0, HexFormat.of().parseHex(second)));
            SubmitSm arrived = api.arrived(1).get(0);
            assertEquals(coding, arrived.dataCoding());
            assertArrayEquals(HexFormat.of().parseHex(second), arrived.shortMessage());
        }
    }

    /** By a field, and by the policy. */
    @Test
    void refusedReplacementShouldLeaveTheMessageAsItIs() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort(), BindType.BIND_TX, "admin", "abc123");
                WireClient octets = WireClient.bound(api.smppPort(), WirePdu.BIND_TRANSMITTER, "admin", "abc123")) {
            esme.scheduleDeliveryTime = "000000010000000R";
            String id = esme.submit("stays");
            WirePdu tooLong = WirePdu.empty(0x07, 9)
                    .with(hex(id + "\0") + "0101" + hex("44777888\0") + "0000" + "00" + "00" + "ff" + "61".repeat(255));
            assertEquals(1, octets.ask(tooLong).commandStatus());
            policy("No such words.");
            assertEquals(0x45, replace(esme, id, null, 0, "refused"));
            removePolicy();
            assertEquals(ROK, replace(esme, id, "000000000001000R", 0, ""));
            assertEquals(List.of("stays"), api.texts(1));
        } finally {
            removePolicy();
        }
    }

    private static void removePolicy() throws Exception {
        if (api.camel().getRoute("policy") != null) {
            api.camel().getRouteController().stopRoute("policy");
            api.camel().removeRoute("policy");
        }
    }

    private static void policy(String refusal) throws Exception {
        api.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:policy").routeId("policy").setHeader("SmsRefuse").constant(refusal);
            }
        });
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** One that takes several parts is one message: found, replaced by one of other parts, cancelled as a whole. */
    @Test
    void messageOfSeveralPartsShouldBeOne() throws Exception {
        String text = "A long text, which takes two parts. ".repeat(5);
        try (WireClient receiver = bound();
                Esme esme = Esme.bound(api.smppPort(), BindType.BIND_TX, "admin", "abc123")) {
            esme.scheduleDeliveryTime = "000000010000000R";
            esme.registeredDelivery = 1;
            String cancelled = esme.submit(new byte[0], payload("Never sent. ".repeat(20)));
            assertEquals(MessageState.ENROUTE, query(esme, cancelled).getMessageState());
            assertEquals(ROK, cancel(esme, cancelled, "44777888"));
            assertTrue(receipt(receiver, cancelled).text().contains(" stat:DELETED "));
            String id = esme.submit(new byte[0], payload("Replaced. ".repeat(40)));
            assertEquals(ROK, replace(esme, id, "000000000001000R", 1, text));
            assertEquals(
                    text,
                    String.join("", api.arrived(2).stream().map(SubmitSm::text).toList()));
            assertTrue(receipt(receiver, id).text().contains(" stat:DELIVRD "));
            assertEquals(MessageState.DELIVERED, query(esme, id).getMessageState());
            assertEquals(CANCEL_FAILED, cancel(esme, id, "44777888"));
        }
    }

    private static OptionalParameter payload(String text) {
        return new OptionalParameter.Message_payload(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int replace(Esme esme, String id, String sendAt, int registeredDelivery, String text)
            throws Exception {
        return replace(esme, id, sendAt, registeredDelivery, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int replace(Esme esme, String id, String sendAt, int registeredDelivery, byte[] octets)
            throws Exception {
        return status(() -> esme.session.replaceShortMessage(
                id,
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "44777888",
                sendAt,
                null,
                new RegisteredDelivery(registeredDelivery),
                (byte) 0,
                octets));
    }

    @Test
    void messagesShouldBeCancelledByTheirAddresses() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            esme.scheduleDeliveryTime = "000000010000000R";
            esme.destination = "36209999999";
            List<String> ids = List.of(esme.submit("one"), esme.submit("two"));
            esme.destination = "36208888888";
            String other = esme.submit("other");
            esme.destination = "36209999999";
            assertEquals(CANCEL_FAILED, cancel(esme, "", "12345"));
            assertEquals(ROK, cancel(esme, "", "44777888"));
            for (String id : ids) {
                assertEquals(MessageState.DELETED, query(esme, id).getMessageState());
            }
            assertEquals(MessageState.ENROUTE, query(esme, other).getMessageState());
            assertEquals(CANCEL_FAILED, cancel(esme, "", "44777888"));
        }
    }

    @Test
    void whatTheSmscHasShouldNotBeCancelled() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            esme.registeredDelivery = 1;
            String id = esme.submit("sent");
            api.arrived(1);
            await().until(() -> query(esme, id).getMessageState() == MessageState.DELIVERED);
            assertEquals(CANCEL_FAILED, cancel(esme, id, "44777888"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0192f7a4-0000-7000-8000-000000000000, 44777888", "mine, 12345", "'', 44777888"})
    void messageThatIsNotThereShouldBeNamedSo(String id, String source) throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            esme.scheduleDeliveryTime = "000000010000000R";
            String mine = esme.submit("mine");
            String named = id.equals("mine") ? mine : id;
            assertEquals(
                    INVALID_ID,
                    status(() -> esme.session.queryShortMessage(
                            named, TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, source)));
        }
    }

    private static boolean isOf(String id, Message copy) {
        try {
            return id.equals(copy.getStringProperty("SmsId"));
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage());
        }
    }

    private static List<Object> stateAndDate(Esme esme, String id) throws Exception {
        QuerySmResult result = query(esme, id);
        return List.of(result.getMessageState(), Objects.requireNonNullElse(result.getFinalDate(), ""));
    }

    private static QuerySmResult query(Esme esme, String id) throws Exception {
        return esme.session.queryShortMessage(id, TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "44777888");
    }

    /** @return command_status */
    private static int cancel(Esme esme, String id, String source) throws Exception {
        return status(() -> esme.session.cancelShortMessage(
                "",
                id,
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                source,
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                esme.destination));
    }

    private static int status(Executable command) throws Exception {
        try {
            command.execute();
            return ROK;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Those of other messages are answered, too. */
    private static WireResponse receipt(WireClient client, String id) throws Exception {
        WireResponse delivery = client.answerNext(ROK);
        while (!delivery.receiptId().equals(id)) {
            delivery = client.answerNext(ROK);
        }
        return delivery;
    }

    private static WireClient bound() throws Exception {
        WireClient client = WireClient.connected(api.smppPort());
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "admin", "abc123"));
        return client;
    }
}
