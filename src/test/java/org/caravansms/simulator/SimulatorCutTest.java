package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorCutTest {
    @Test
    void connectionShouldEndAfterItsLastSubmitSmWithoutTheResponse() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--cut-after", "3");
                WireClient client = smsc.bound()) {
            client.send(FaultySmsc.submits(3));
            assertEquals(1, client.receive().sequence());
            assertEquals(2, client.receive().sequence());
            assertTrue(client.isEnded());
            assertEquals(List.of("1 0", "2 0", "3 0 lost"), smsc.loggedSubmits());
            assertEquals(new Counts(1, 3, 2, 0, 0, 1), smsc.counts());
        }
    }

    @Test
    void submitSmBehindTheLastOneShouldNotBeRead() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--cut-after", "1");
                WireClient client = smsc.bound()) {
            client.send(FaultySmsc.submits(20));
            assertTrue(client.isEnded());
            await().until(() -> smsc.counts().submits() == 1);
            assertEquals(List.of("1 0 lost"), smsc.loggedSubmits());
        }
    }

    @Test
    void responsesThatWereStillDueShouldBeLoggedAsLost() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--cut-after", "3", "--latency", "60000");
                WireClient client = WireClient.connected(smsc.port())) {
            client.send(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "esme", "secret"));
            client.send(FaultySmsc.submits(3));
            assertTrue(client.isEnded());
            await().until(() -> smsc.logged("submit_sm_resp").size() == 2);
            assertEquals(List.of("1 0", "2 0", "3 0 lost"), smsc.logged("submit_sm"));
            assertEquals(List.of("1 0 lost"), smsc.logged("bind_transceiver_resp"));
            assertEquals(List.of("1 0 lost", "2 0 lost"), smsc.logged("submit_sm_resp"));
            assertEquals(new Counts(1, 3, 0, 0, 0, 1), smsc.counts());
        }
    }

    @Test
    void eachConnectionShouldCountItsOwnAcceptedSubmitSm() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--cut-after", "2", "--answer", "0x08:first=1");
                WireClient one = smsc.bound();
                WireClient other = smsc.bound()) {
            assertEquals(List.of(8, 0), FaultySmsc.statuses(one, 2));
            assertEquals(List.of(0), FaultySmsc.statuses(other, 1));
            assertCut(one);
            assertCut(other);
        }
    }

    @Test
    void onlySoManyConnectionsShouldBeCut() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--cut-connections", "2", "--cut-after", "1");
                WireClient idle = smsc.bound()) {
            for (int i = 0; i < 2; i++) {
                try (WireClient client = smsc.bound()) {
                    assertCut(client);
                }
            }
            assertEquals(List.of(0, 0, 0), FaultySmsc.statuses(idle, 3));
            assertEquals(new Counts(3, 5, 3, 0, 0, 2), smsc.counts());
        }
    }

    private static void assertCut(WireClient client) throws IOException {
        client.send(WirePdu.submitSm(9, "x"));
        assertTrue(client.isEnded());
    }
}
