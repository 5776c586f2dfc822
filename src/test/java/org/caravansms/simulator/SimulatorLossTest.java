package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Submit_sm that the SMSC accepted while the client never hears of it. */
class SimulatorLossTest {
    @Test
    void lostResponseShouldNeverLeaveWhileItsSubmitSmIsAccepted() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--lose", "every=2");
                WireClient client = smsc.bound()) {
            client.send(FaultySmsc.submits(5));
            for (int sequence : List.of(1, 3, 5)) {
                assertEquals(sequence, client.receive().sequence());
            }
            assertEquals(6, client.ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 6)).sequence());
            assertEquals(List.of("1 0", "2 0 lost", "3 0", "4 0 lost", "5 0"), smsc.loggedSubmits());
            assertEquals(new Counts(1, 5, 3, 0, 1, 2), smsc.counts());
        }
    }

    @Test
    void onlyAcceptedSubmitSmShouldGetLost() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--answer", "0x08:first=1", "--lose", "first=1", "--lose", "text=4");
                WireClient client = smsc.bound()) {
            client.send(FaultySmsc.submits(4));
            assertEquals(8, client.receive().commandStatus());
            assertEquals(3, client.receive().sequence());
            assertEquals(List.of("1 8", "2 0 lost", "3 0", "4 0 lost"), smsc.loggedSubmits());
        }
    }

    @Test
    void answersOfTheTestShouldLoseRefusalsAsWell() throws IOException {
        Answers lost = submitSm ->
                SubmitAnswer.of(0x14).withFate(submitSm.sequence() == 1 ? ResponseFate.LOST : ResponseFate.LEAVES);
        SimulatorOptions options =
                SimulatorOptions.defaults().withPort(0).withQuiet(true).withAnswers(lost);
        try (Simulator simulator = new Simulator(options).start();
                WireClient client = WireClient.bound(simulator.port())) {
            client.send(FaultySmsc.submits(2));
            assertEquals(2, client.receive().sequence());
            assertEquals(new Counts(1, 2, 0, 1, 0, 1), simulator.counts());
        }
    }

    @Test
    void peopleShouldReadThatTheResponseIsLost() throws MalformedPdu {
        Pdu pdu = Pdu.received(WirePdu.submitSm(2, "x").bytes());
        Response response =
                Response.submitSm(pdu, SubmitAnswer.of(0x14).withFate(ResponseFate.LOST), MessageIdFormat.SAME);
        String line = ConsoleJournal.line(new Exchange(0, null, pdu, SubmitSm.parse(pdu), response, null));

        assertNull(response.messageId());
        assertTrue(line.endsWith("-> 0x14 (the response is lost)"), line);
        assertEquals(
                "Received 2 submit_sm: 1 accepted, 0 refused, 1 without a response; 1 bind; 0 other PDUs",
                new Counts(1, 2, 1, 0, 0, 1).sentence());
    }
}
