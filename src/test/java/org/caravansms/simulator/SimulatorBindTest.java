package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorBindTest {
    private Simulator simulator;
    private WireClient client;

    @BeforeEach
    void listen() throws IOException {
        SimulatorOptions options = SimulatorOptions.defaults().withPort(0).withQuiet(true);
        options.systemId = "esme";
        options.password = "secret";
        simulator = new Simulator(options).start();
        client = WireClient.connected(simulator.port());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"1,80000001", "2,80000002", "9,80000009"})
    void bindShouldBeAcceptedWithSystemIdAndInterfaceVersion(int commandId, String responseId) throws IOException {
        WireResponse response = client.ask(WirePdu.bind(commandId, "esme", "secret"));

        assertEquals(
                "0000001f" + responseId + "0000000000000001" + "73696d756c61746f7200" + "0210000134", response.hex());
        assertEquals(new Counts(1, 0, 0, 0, 0, 0), simulator.counts());
    }

    @ParameterizedTest
    @CsvSource({"other,secret,0f", "esme,wrong,0e", "esme,'',0e"})
    void bindWithOtherCredentialsShouldBeRefusedWithoutBody(String systemId, String password, String status)
            throws IOException {
        WireResponse response = client.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, systemId, password));

        assertEquals("0000001080000002000000" + status + "00000001", response.hex());
        assertEquals(new Counts(0, 0, 0, 0, 1, 0), simulator.counts());
    }

    @Test
    void refusedEsmeShouldBindWithTheRightPasswordAfterwards() throws IOException {
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "esme", "wrong"));

        assertEquals(
                0,
                client.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "esme", "secret"))
                        .commandStatus());
    }

    @Test
    void anybodyShouldBindWhereNobodyIsNamed() throws IOException {
        try (Simulator open =
                        new Simulator(SimulatorOptions.defaults().withPort(0).withQuiet(true)).start();
                WireClient stranger = WireClient.connected(open.port())) {
            assertEquals(
                    0,
                    stranger.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "any", "thing"))
                            .commandStatus());
        }
    }

    @Test
    void secondBindShouldBeRefusedAsAlreadyBound() throws IOException {
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "esme", "secret"));

        assertEquals(
                0x05,
                client.ask(WirePdu.bind(WirePdu.BIND_RECEIVER, "esme", "secret"))
                        .commandStatus());
    }

    @Test
    void submitSmShouldBeRefusedBeforeBind() throws IOException {
        assertEquals(
                "00000010800000040000000400000007",
                client.ask(WirePdu.submitSm(7, "x")).hex());
        assertEquals(new Counts(0, 1, 0, 1, 0, 0), simulator.counts());
    }

    @Test
    void submitSmShouldBeRefusedFromReceiver() throws IOException {
        client.ask(WirePdu.bind(WirePdu.BIND_RECEIVER, "esme", "secret"));

        assertEquals(0x04, client.ask(WirePdu.submitSm(2, "x")).commandStatus());
    }

    @Test
    void unboundEsmeShouldNotSubmit() throws IOException {
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "esme", "secret"));

        assertEquals(
                "00000010800000060000000000000002",
                client.ask(WirePdu.empty(WirePdu.UNBIND, 2)).hex());
        assertEquals(0x04, client.ask(WirePdu.submitSm(3, "x")).commandStatus());
    }

    @Test
    void enquireLinkShouldBeAnsweredBeforeAndAfterBind() throws IOException {
        assertEquals(
                "000000108000001500000000000000ff",
                client.ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 255)).hex());
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "esme", "secret"));
        assertEquals(
                "00000010800000150000000000000003",
                client.ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 3)).hex());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x03, 0x05, 0x07, 0x08, 0x0B, 0x21, 0x103, 0x7FFFFFFF})
    void unknownCommandShouldGetGenericNack(int commandId) throws IOException {
        assertEquals(
                "00000010800000000000000300000009",
                client.ask(WirePdu.empty(commandId, 9)).hex());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80000005, 0x80000000, 0x80000999})
    void responseFromClientShouldBeTakenSilently(int commandId) throws IOException {
        client.send(WirePdu.empty(commandId, 9));

        assertEquals(
                "00000010800000150000000000000002",
                client.ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 2)).hex());
        assertEquals(2, simulator.counts().other());
    }
}
