package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.Ports;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteInboundTest {

    private static final int REFERENCE = 0x4711;
    private static final String TO_A_NAME = "service-by-name";

    @ParameterizedTest
    @CsvSource({"160, 1", "161, 2", "306, 2", "307, 3"})
    void textShouldBeCutWhereTheStandardSays(int characters, int parts) {
        assertEquals(
                parts, octets("SMS:TEXT", "x".repeat(characters), Ports.NONE).size());
    }

    /** The element of the ports is in the header of each part, before its number. */
    @Test
    void portsShouldBeInEachHeader() {
        List<SubmitSm> whole = octets("SMS:BINARY", "0102", new Ports(5, 2948));
        assertEquals("0605040b840005", HexFormat.of().formatHex(whole.get(0).header()));
        List<SubmitSm> parts = octets("SMS:TEXT", "x".repeat(200), new Ports(-1, 2948));
        assertEquals(
                List.of("0b05040b840000" + "0003110201", "0b05040b840000" + "0003110202"),
                parts.stream()
                        .map(part -> HexFormat.of().formatHex(part.header()))
                        .toList());
    }

    /** A part's number has 8 bits. */
    @Test
    void textOfTooManyPartsShouldBeInMessagePayload() {
        String text = "x".repeat(255 * 153 + 1);
        List<SubmitSm> parts = octets("SMS:TEXT", text, Ports.NONE);
        assertEquals(
                List.of(1, 0, text),
                List.of(parts.size(), parts.get(0).esmClass(), parts.get(0).text()));
    }

    @Test
    void addressThatIsNoneShouldBeCarriedWithoutATon() {
        SubmitSm written = octets("SMS:BINARY", "", Ports.NONE).get(0);
        assertEquals(
                List.of(0, TO_A_NAME),
                List.of(written.destination().ton(), written.destination().addr()));
        assertArrayEquals(new byte[0], written.shortMessage());
    }

    private static List<SubmitSm> octets(String type, String text, Ports ports) {
        InboundMessage message =
                new InboundMessage("id", "", "acme", "+36201234567", TO_A_NAME, type, text, null, Instant.EPOCH, ports);
        return WriteInbound.octets(message, REFERENCE).stream()
                .map(octets -> new WireResponse(octets).deliverSm())
                .toList();
    }
}
