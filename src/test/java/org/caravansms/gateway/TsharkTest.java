package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dissector reads the tap's files, and is one that complains. */
class TsharkTest {

    private static final int SMSC = 2775;
    private static final String HEADER = "00000004" + "00000000" + "00000001";
    private static final String BODY = "00" + "000031" + "00" + "000032" + "00" + "000000" + "0000" + "00000800";

    @TempDir
    Path data;

    @BeforeEach
    void require() {
        Tshark.require();
    }

    @Test
    void pdusOfOnePacketAndOneOfSeveralShouldBeReadEach() throws Exception {
        String pdu = pdu("04" + "0416d83d");
        Tshark tshark = captured(pdu + pdu + pdu.substring(0, 50), pdu.substring(50));
        assertEquals(3, tshark.pdus("smpp").size());
        assertEquals("Ж\uD83D", tshark.pdus("smpp").get(2).content());
    }

    @Test
    void shortMessageBeyondItsPduShouldBeComplainedAbout() {
        Error complaint = assertThrows(AssertionError.class, () -> captured(pdu("20" + "0416")));
        assertTrue(complaint.getMessage().contains("Malformed"), complaint.getMessage());
    }

    private Tshark captured(String... packets) throws Exception {
        Path file = data.resolve("smpp.pcap");
        try (PcapFile pcap = new PcapFile(file)) {
            for (String packet : packets) {
                byte[] octets = HexFormat.of().parseHex(packet);
                pcap.add(40_000, SMSC, octets, octets.length);
            }
        }
        return new Tshark(file, SMSC);
    }

    private static String pdu(String shortMessage) {
        String rest = HEADER + BODY + shortMessage;
        return "%08x".formatted(4 + rest.length() / 2) + rest;
    }
}
