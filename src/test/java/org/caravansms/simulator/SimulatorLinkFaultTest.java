package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorLinkFaultTest {
    private static final WirePdu BIND = WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "esme", "secret");
    private static final WirePdu ENQUIRE_LINK = WirePdu.empty(WirePdu.ENQUIRE_LINK, 7);

    @ParameterizedTest
    @CsvSource({"0x0D,0000000d", "ESME_RINVPASWD,0000000e", "0x05,00000005"})
    void bindShouldBeRefusedEachTime(String status, String onTheWire) throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--bind-refuse", status);
                WireClient client = WireClient.connected(smsc.port())) {
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        "00000010" + "80000009" + onTheWire + "00000001",
                        client.ask(BIND).hex());
            }
            assertEquals(0x04, client.ask(WirePdu.submitSm(2, "x")).commandStatus());
            assertEquals(new Counts(0, 1, 0, 1, 3, 0), smsc.counts());
        }
    }

    @Test
    void onlyFirstBindsShouldBeRefused() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--bind-refuse", "0x0D:first=2");
                WireClient one = WireClient.connected(smsc.port());
                WireClient other = WireClient.connected(smsc.port())) {
            assertEquals(0x0D, one.ask(BIND).commandStatus());
            assertEquals(0x0D, other.ask(BIND).commandStatus());
            assertEquals(0, one.ask(BIND).commandStatus());
            assertEquals(0, one.ask(WirePdu.submitSm(2, "x")).commandStatus());
        }
    }

    @Test
    void silentBindShouldNeverBeAnsweredAndBindNobody() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--bind-silent");
                WireClient client = WireClient.connected(smsc.port())) {
            client.send(BIND);
            client.send(BIND);
            assertEquals(7, client.ask(ENQUIRE_LINK).sequence());
            assertEquals(0x04, client.ask(WirePdu.submitSm(2, "x")).commandStatus());
            assertEquals(new Counts(0, 1, 0, 1, 3, 0), smsc.counts());
        }
    }

    @Test
    void faultsOfBindsShouldFollowEachOther() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start(
                        "--bind-silent", "first=1", "--bind-refuse", "0x0E:first=1", "--system-id", "esme");
                WireClient client = WireClient.connected(smsc.port())) {
            client.send(BIND);
            assertEquals(0x0E, client.ask(BIND).commandStatus());
            assertEquals(
                    0x0F,
                    client.ask(WirePdu.bind(WirePdu.BIND_RECEIVER, "other", "secret"))
                            .commandStatus());
            assertEquals(0, client.ask(BIND).commandStatus());
            assertEquals(1, smsc.counts().binds());
        }
    }

    @Test
    void enquireLinkShouldNotBeAnsweredWhileAllElseIs() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--silent-enquire-link");
                WireClient client = smsc.bound()) {
            client.send(ENQUIRE_LINK);
            assertEquals(2, client.ask(WirePdu.submitSm(2, "x")).sequence());
            client.send(ENQUIRE_LINK);
            assertEquals(3, client.ask(WirePdu.empty(WirePdu.UNBIND, 3)).sequence());
            assertEquals(new Counts(1, 1, 1, 0, 3, 0), smsc.counts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "ESME_ROK", "first=1", "0x0D:2", "0x0D:first=0", "0x0D:first=x", ""})
    void otherFormsShouldBeRefused(String fault) {
        assertThrows(IllegalArgumentException.class, () -> BindFault.refusal(fault));
    }
}
