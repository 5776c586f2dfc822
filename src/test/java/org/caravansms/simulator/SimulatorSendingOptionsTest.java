package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of receipts and inbound messages. */
class SimulatorSendingOptionsTest {
    private static SimulatorOptions parse(String... args) throws IOException {
        return SimulatorArguments.parse(List.of(args));
    }

    @Test
    void defaultShouldBeOneStandardReceiptSoonWhereItIsAskedFor() throws IOException {
        SimulatedReceipts receipts = parse().receipts;
        assertFalse(receipts.always);
        assertEquals(0, receipts.hold);
        assertEquals(List.of(), receipts.shapes);
        assertEquals(Latency.ofMillis(100), receipts.delay);
        assertEquals(List.of(1000, 1000), List.of(receipts.window, receipts.restMillis));
        assertEquals(0, parse().inbound.everyMillis);
    }

    @Test
    void optionsShouldChangeTheReceipts() throws IOException {
        SimulatedReceipts receipts = parse(
                        "--receipts-always",
                        "--receipts-delay",
                        "50%10,50%20",
                        "--receipts-id",
                        "hex-decimal",
                        "--receipts-hold",
                        "7",
                        "--receipts-shape",
                        "all",
                        "--deliver-window",
                        "0",
                        "--deliver-rest-millis",
                        "5")
                .receipts;
        assertTrue(receipts.always);
        assertEquals("50%10,50%20", receipts.delay.toString());
        assertEquals(MessageIdFormat.HEX_DECIMAL, receipts.idForm);
        assertEquals(7, receipts.hold);
        assertEquals(List.of(ReceiptShape.values()), receipts.shapes.get(0).value());
        assertEquals(List.of(0, 5), List.of(receipts.window, receipts.restMillis));
    }

    @Test
    void optionsMayComeInAnyOrderAndTheLastOfTheSameShouldCount() throws IOException {
        SimulatorOptions options =
                parse("--receipts-hold", "1", "--quiet", "--inbound-to", "5", "--receipts-hold", "2", "--port", "0");
        assertEquals(2, options.receipts.hold);
        assertEquals("5", options.inbound.message(1).destination().addr());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--receipts-hold 0|option --receipts-hold needs a number from 1 to 2147483647: 0",
                "--receipts-delay x|option --receipts-delay: a latency has the form 10 or 80%10,15%100,5%1000: x",
                "--receipts-state SENT|option --receipts-state: a state is a word such as DELIVRD or UNDELIV: SENT",
                "--receipts-id octal|option --receipts-id: one of same, hex-decimal, decimal-hex, zeros, capitals: octal",
                "--receipts-never|option --receipts-never needs a value",
                "--receipts-twice 0%|option --receipts-twice: a percentage must be above 0 and at most 100: 0.0",
                "--deliver-window -1|option --deliver-window needs a number from 0 to 2147483647: -1",
                "--receipt-always|unknown option --receipt-always",
                "--inbound-every 0|option --inbound-every needs a number from 1 to 2147483647: 0",
                "--inbound-long udh|option --inbound-long: one of udh8, udh16, sar, payload: udh",
                "--inbound-alphabet ascii|option --inbound-alphabet: one of gsm, latin1, binary, ucs2: ascii",
                "--inbound-order 1,x|option --inbound-order needs a number from 1 to 2147483647: x",
                "--inbound-order 2|inbound messages: the message has the parts 1 to 1: [2]",
                "--inbound-text ő --inbound-alphabet gsm|inbound messages: a character is not in the GSM default alphabet"
            })
    void wrongOptionShouldBeNamed(String args, String message) {
        List<String> words = List.of(args.split(" "));
        var e = assertThrows(IllegalArgumentException.class, () -> SimulatorArguments.parse(words));
        assertEquals(message, e.getMessage());
    }

    @Test
    void unknownShapeShouldBeToldTheOthers() {
        var e = assertThrows(IllegalArgumentException.class, () -> parse("--receipts-shape", "tlvs,odd"));
        assertTrue(e.getMessage().startsWith("option --receipts-shape: one of standard, no-counts, "), e.getMessage());
        assertTrue(e.getMessage().endsWith(": odd"), e.getMessage());
    }

    @Test
    void commandLineShouldLetMessagesComeByThemselves() throws IOException {
        String text = "{n}" + "x".repeat(200);
        String[] args = {
            "--inbound-every",
            "30",
            "--inbound-from",
            "Bank",
            "--inbound-to",
            "36309876543",
            "--inbound-text",
            text,
            "--inbound-long",
            "udh16",
            "--inbound-order",
            "2,1"
        };
        try (FaultySmsc source = FaultySmsc.start(args);
                WireClient esme = source.bound()) {
            for (int number = 1; number <= 3; number++) {
                assertEquals(
                        "0608040%03d0202".formatted(number),
                        HexFormat.of().formatHex(esme.answerNext(0).deliverSm().header()));
                SubmitSm first = esme.answerNext(0).deliverSm();
                assertTrue(first.text().startsWith(number + "xx"), first.text());
                assertEquals(new PduAddress(5, 0, "Bank"), first.source());
                assertEquals(new PduAddress(1, 1, "36309876543"), first.destination());
            }
        }
    }
}
