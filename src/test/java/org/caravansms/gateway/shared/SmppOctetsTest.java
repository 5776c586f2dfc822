package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.gateway.TestApi;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * docs/smpp-server.md shows the octets of a message in two parts and of its receipt as they cross the wire, but for the
 * ids, times and sequence_numbers, which are new each time.
 */
class SmppOctetsTest {

    private static final Path PAGE = Path.of("docs/smpp-server.md");
    private static final List<String> IDS =
            List.of("01a21f2e-7f21-7000-8000-6fb2e38b7a01", "01a21f2e-7f22-7000-8000-6fb2e38b7a02");
    private static final int SUBMIT_SM_RESP = 0x80000004;
    private static final int DELIVER_SM_RESP = 0x80000005;
    private static final int UDHI = 0x40;

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @Test
    void pageShouldShowWhatCrossesTheWire() throws Exception {
        try (WireClient client = WireClient.bound(api.smppPort(), WirePdu.BIND_TRANSCEIVER, "admin", "abc123")) {
            WirePdu first = part(2, 1, "Your parcel is on its ").asking(1);
            WirePdu second = part(3, 2, "way.");
            WireResponse answer = submitted(client, first);
            WireResponse other = submitted(client, second);
            WireResponse receipt = receipt(client, answer.messageId());
            assertEquals(
                    List.of("050003070201Your", "050003070202way."),
                    api.arrived(2).stream()
                            .map(SmppOctetsTest::beginning)
                            .sorted()
                            .toList());
            List<String> ids = List.of(answer.messageId(), other.messageId());
            String submits = PduDump.of(
                    List.of(first.bytes(), fixed(answer.bytes(), ids), second.bytes(), fixed(other.bytes(), ids)));
            byte[] taken = WirePdu.empty(DELIVER_SM_RESP, 1).with("00").bytes();
            shows(submits);
            shows(PduDump.of(List.of(fixed(numbered(receipt.bytes()), ids), taken)));
        }
    }

    private static WirePdu part(int sequence, int number, String text) {
        byte[] octets = ("......" + text).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(new byte[] {5, 0, 3, 7, 2, (byte) number}, 0, octets, 0, 6);
        return WirePdu.submitSm(sequence, UDHI, 0, octets);
    }

    private static WireResponse submitted(WireClient client, WirePdu submit) throws Exception {
        client.send(submit);
        return client.receive(SUBMIT_SM_RESP);
    }

    private static String beginning(SubmitSm arrived) {
        byte[] octets = arrived.shortMessage();
        return java.util.HexFormat.of().formatHex(octets, 0, 6) + new String(octets, 6, 4, StandardCharsets.US_ASCII);
    }

    /** Those of other tests may wait. */
    private static WireResponse receipt(WireClient client, String id) throws Exception {
        WireResponse delivery = client.answerNext(0);
        while (!delivery.receiptId().equals(id)) {
            delivery = client.answerNext(0);
        }
        return delivery;
    }

    /** @return the first request of its session */
    private static byte[] numbered(byte[] pdu) {
        byte[] first = pdu.clone();
        ByteBuffer.wrap(first).putInt(12, 1);
        return first;
    }

    /** @return with the ids and times of the page */
    private static byte[] fixed(byte[] pdu, List<String> ids) {
        String octets = new String(pdu, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < ids.size(); i++) {
            octets = octets.replace(ids.get(i), IDS.get(i));
        }
        return octets.replaceAll("date:[0-9]{10}", "date:2611272330").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void shows(String dump) throws Exception {
        assertTrue(Files.readString(PAGE).contains("```\n" + dump + "```\n"), () -> PAGE + " should have:\n" + dump);
    }
}
