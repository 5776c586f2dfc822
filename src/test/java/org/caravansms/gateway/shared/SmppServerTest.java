package org.caravansms.gateway.shared;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravansms.gateway.Esme;
import org.caravansms.gateway.TestApi;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.jsmpp.bean.BindType;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs bind to the gateway and submit: by a stack of others, and octet by octet where that would not do it. */
class SmppServerTest {

    private static final int ROK = 0;
    private static final int RESPONSE = 0x80000000;

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @Test
    void submittedMessageShouldReachTheSmscUnderOurId() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            String id = esme.submit("Hello World");
            SubmitSm arrived = api.arrived(1).get(0);
            assertEquals("Hello World", arrived.text());
            assertEquals("36201234567", arrived.destination().addr());
            assertEquals("44777888", arrived.source().addr());
            assertTrue(id.matches("[0-9a-f-]{36}"), id);
            String known =
                    new String(api.ask("action=getmessagebyid&messageid=" + id).octets());
            assertTrue(known.contains(id), known);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = BindType.class,
            names = {"BIND_TX", "BIND_RX", "BIND_TRX"})
    void eachKindOfBindShouldBeAnsweredAndUnbound(BindType type) throws Exception {
        try (Esme esme = Esme.bound(api.smppPort(), type, "admin", "abc123")) {
            assertTrue(esme.session.getSessionState().isBound());
            if (type == BindType.BIND_RX) {
                return;
            }
            esme.submit(type.name().substring(5));
        }
        assertTrue(type == BindType.BIND_RX || api.texts(1).contains(type.name().substring(5)));
    }

    @ParameterizedTest
    @CsvSource({"admin, wrong", "nobody, abc123", "'', ''"})
    void wrongLoginShouldBeRefusedAlike(String user, String password) {
        IOException refusal =
                assertThrows(IOException.class, () -> Esme.bound(api.smppPort(), BindType.BIND_TRX, user, password));
        assertEquals(0x0E, ((NegativeResponseException) refusal.getCause()).getCommandStatus());
    }

    /** A hundred at a time, as the window allows; each answer has the sequence_number of its request. */
    @Test
    void fullWindowShouldBeAnsweredOneByOne() throws Exception {
        try (WireClient client = bound(WirePdu.BIND_TRANSCEIVER)) {
            for (int i = 0; i < 100; i++) {
                client.send(WirePdu.submitSm(1000 + i, "w" + i));
            }
            Set<Integer> sequences = new HashSet<>();
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                WireResponse answer = client.receive(WirePdu.SUBMIT_SM | RESPONSE);
                assertEquals(ROK, answer.commandStatus());
                sequences.add(answer.sequence());
                ids.add(answer.messageId());
            }
            assertEquals(List.of(100, 100), List.of(sequences.size(), ids.size()));
            assertEquals(IntStream.range(0, 100).mapToObj(i -> "w" + i).sorted().toList(), api.texts(100));
        }
    }

    @Test
    void submitOnAReceiverShouldBeRefused() throws Exception {
        try (WireClient client = bound(WirePdu.BIND_RECEIVER)) {
            assertEquals(0x04, client.ask(WirePdu.submitSm(2, "x")).commandStatus());
        }
    }

    @Test
    void requestBeforeABindShouldBeRefused() throws Exception {
        try (WireClient client = WireClient.connected(api.smppPort())) {
            WireResponse answer = client.ask(WirePdu.submitSm(7, "x"));
            assertEquals(
                    List.of(WirePdu.SUBMIT_SM | RESPONSE, 0x04, 7),
                    List.of(answer.commandId(), answer.commandStatus(), answer.sequence()));
        }
    }

    @Test
    void secondBindShouldBeRefused() throws Exception {
        try (WireClient client = bound(WirePdu.BIND_TRANSCEIVER)) {
            assertEquals(
                    0x05,
                    client.ask(WirePdu.bind(WirePdu.BIND_RECEIVER, "admin", "abc123"))
                            .commandStatus());
        }
    }

    /** outbind and an id of no standard. */
    @ParameterizedTest
    @CsvSource({"0x0B, 0x80000000", "0x4711, 0x80000000"})
    void unknownCommandShouldGetAGenericNack(String command, String answered) throws Exception {
        try (WireClient client = bound(WirePdu.BIND_TRANSCEIVER)) {
            WireResponse answer =
                    client.ask(WirePdu.empty(Long.decode(command).intValue(), 5).with("0000"));
            assertEquals(
                    List.of(Long.decode(answered).intValue(), 0x03, 5),
                    List.of(answer.commandId(), answer.commandStatus(), answer.sequence()));
            assertTrue(client.isSilent());
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0x02", "2, 0x02"})
    void bodyThatIsCutShouldBeRefusedByItsAnswer(int octets, String status) throws Exception {
        try (WireClient client = bound(WirePdu.BIND_TRANSCEIVER)) {
            WirePdu good = WirePdu.submitSm(9, "text");
            WirePdu cut = octets < 0 ? good.without(good.body().length) : good.without(octets);
            WireResponse answer = client.ask(cut);
            assertEquals(
                    List.of(WirePdu.SUBMIT_SM | RESPONSE, Integer.decode(status), 9),
                    List.of(answer.commandId(), answer.commandStatus(), answer.sequence()));
            assertEquals(0xC0, client.ask(good.with("0204000a00")).commandStatus());
            assertTrue(client.isSilent());
        }
    }

    /** No length, one below the header's, and one above all PDUs: the next one could not be found. */
    @ParameterizedTest
    @CsvSource({"00000000", "0000000f", "7fffffff", "80000000", "00020001"})
    void impossibleLengthShouldEndTheConnection(String length) throws Exception {
        try (WireClient client = bound(WirePdu.BIND_TRANSCEIVER)) {
            client.send(WirePdu.empty(0, 0).with(length).body());
            client.send(WirePdu.submitSm(3, "x").body());
            WireResponse answer = client.receive();
            assertEquals(List.of(RESPONSE, 0x02), List.of(answer.commandId(), answer.commandStatus()));
            await().until(client::isEnded);
        }
    }

    /** The length of one is enough: nothing waits for the rest. */
    @Test
    void longPduBeforeABindShouldEndTheConnection() throws Exception {
        try (WireClient client = WireClient.connected(api.smppPort())) {
            client.send(new byte[] {0, 0, 4, 1});
            WireResponse answer = client.receive();
            assertEquals(List.of(RESPONSE, 0x02), List.of(answer.commandId(), answer.commandStatus()));
            await().until(client::isEnded);
        }
    }

    @Test
    void enquireLinkAndUnbindShouldBeAnswered() throws Exception {
        try (WireClient client = bound(WirePdu.BIND_TRANSMITTER)) {
            assertEquals(
                    WirePdu.ENQUIRE_LINK | RESPONSE,
                    client.ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 4)).commandId());
            client.send(WirePdu.submitSm(5, "last"));
            client.send(WirePdu.empty(WirePdu.UNBIND, 6));
            assertEquals(ROK, client.receive(WirePdu.SUBMIT_SM | RESPONSE).commandStatus());
            assertEquals(6, client.receive(WirePdu.UNBIND | RESPONSE).sequence());
            assertTrue(client.isEnded());
        }
    }

    /** SMPP 3.3 and earlier ones have no optional parameters: neither here nor in what is sent later. */
    @ParameterizedTest
    @CsvSource({"00, false", "33, false", "34, true", "50, true"})
    void parametersShouldGoToThoseWhoKnowThem(String version, boolean known) throws Exception {
        try (WireClient client = WireClient.connected(api.smppPort())) {
            String bind = "61646d696e00" + "61626331323300" + "00" + version + "0000" + "00";
            WireResponse bound =
                    client.ask(WirePdu.empty(WirePdu.BIND_TRANSCEIVER, 1).with(bind));
            assertEquals(ROK, bound.commandStatus());
            assertEquals(
                    "6361726176616e00" + (known ? "0210000134" : ""),
                    bound.hex().substring(32));
            client.send(WirePdu.submitSmTo("12", 2));
            String refusal = client.receive(WirePdu.SUBMIT_SM | RESPONSE).hex();
            assertEquals(known, refusal.substring(32).startsWith("00" + "001d"), refusal);
            client.send(WirePdu.submitSm(3, "v" + version).asking(1));
            String id = client.receive(WirePdu.SUBMIT_SM | RESPONSE).messageId();
            WireResponse receipt = client.answerNext(ROK);
            while (!receipt.receiptId().equals(id)) {
                receipt = client.answerNext(ROK);
            }
            assertEquals(known, receipt.deliverSm().tlvs().containsKey(0x001E));
        }
    }

    private static WireClient bound(int bind) throws IOException {
        WireClient client = WireClient.connected(api.smppPort());
        assertEquals(ROK, client.ask(WirePdu.bind(bind, "admin", "abc123")).commandStatus());
        return client;
    }
}
