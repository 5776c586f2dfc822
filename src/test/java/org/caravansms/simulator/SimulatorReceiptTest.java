package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorReceiptTest {
    @Test
    void receiptShouldGoFromTheHandsetToTheSenderInTheStandardsText() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-delay", "0");
                WireClient client = smsc.bound()) {
            String id = client.ask(WirePdu.submitSm(2, "Hello").asking(1)).messageId();
            WireResponse receipt = client.answerNext(0);
            String day = ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyMMdd"));
            String dates = " submit date:" + day + "\\d{4} done date:" + day + "\\d{4}";
            String text = "id:" + id + " sub:001 dlvrd:001" + dates + " stat:DELIVRD err:000 text:Hello";

            assertTrue(receipt.text().matches(text), receipt.text());
            assertEquals(
                    "000000050000000000000001" + "00" + "00013036323033313035333636" + "00" + "01013434373737383838"
                            + "00" + "04" + "0000000000000000"
                            + "%02x".formatted(receipt.text().length()),
                    receipt.hex().substring(8, 8 + 2 * 48));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, DELIVRD, false",
        "1, DELIVRD, true",
        "2, DELIVRD, false",
        "3, DELIVRD, true",
        "0x11, DELIVRD, true",
        "0, UNDELIV, false",
        "1, UNDELIV, true",
        "2, UNDELIV, true",
        "2, FAILED, true",
        "2, ACCEPTD, false",
        "2, EXPIRED, true",
        "2, REJECTD, true"
    })
    void registeredDeliveryShouldDecideWhetherThereIsAReceipt(String asked, String state, boolean expected)
            throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-delay", "0", "--receipts-state", state);
                WireClient client = smsc.bound()) {
            client.ask(WirePdu.submitSm(2, "x").asking(Integer.decode(asked)));
            assertEquals(expected ? 1 : 0, smsc.simulator().receipts().pending());
            if (expected) {
                assertTrue(client.answerNext(0).text().contains(" stat:" + state + " "));
            }
        }
    }

    @Test
    void receiptShouldComeWithoutBeingAskedForWhereItAlwaysDoes() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-delay", "0", "--receipts-always");
                WireClient client = smsc.bound()) {
            String id = client.ask(WirePdu.submitSm(2, "x")).messageId();
            assertTrue(client.answerNext(0).text().startsWith("id:" + id));
        }
    }

    @Test
    void refusedSubmitSmShouldHaveNoReceipt() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-always", "--answer", "0x0B");
                WireClient client = smsc.bound()) {
            assertEquals(0x0B, client.ask(WirePdu.submitSm(2, "x")).commandStatus());
            assertEquals(0, smsc.simulator().receipts().pending());
        }
    }

    @Test
    void acknowledgedReceiptShouldBeCountedAndOver() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-delay", "0");
                WireClient client = smsc.bound()) {
            client.ask(WirePdu.submitSm(2, "x").asking(1));
            assertEquals(new DeliveryCounts(0, 0, new TreeMap<>(), 0, 1).pending(), pending(smsc));
            client.answerNext(0);
            await().until(() -> pending(smsc) == 0);
            assertEquals(
                    new DeliveryCounts(1, 1, new TreeMap<>(), 0, 0),
                    smsc.simulator().receipts());
            assertEquals(new Counts(1, 1, 1, 0, 0, 0), smsc.counts());
        }
    }

    private static long pending(FaultySmsc smsc) {
        return smsc.simulator().receipts().pending();
    }

    @Test
    void ruleShouldDecideTheState() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start(
                        "--receipts-delay",
                        "0",
                        "--receipts-state",
                        "EXPIRED:to=3620*",
                        "--receipts-state",
                        "UNDELIV:first=1");
                WireClient client = smsc.bound()) {
            Map<String, String> states =
                    Map.of("3620", "EXPIRED err:027", "3630", "UNDELIV err:027", "3640", "DELIVRD err:000");
            for (String to : List.of("3620", "3630", "3640")) {
                client.ask(WirePdu.submitSmTo(to, 2).asking(1));
                String text = client.answerNext(0).text();
                assertTrue(text.contains(" stat:" + states.get(to)), text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "same, [0-9a-f]+, hex",
        "hex-decimal, [0-9a-f]+, decimal",
        "decimal-hex, [0-9]+, hex",
        "zeros, [0-9a-f]+, zeros",
        "capitals, [0-9a-f]+, capitals"
    })
    void idShouldHaveItsFormInResponseAndReceipt(String form, String response, String receipt) throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-id", form, "--receipts-delay", "0");
                WireClient client = smsc.bound()) {
            String id = client.ask(WirePdu.submitSm(2, "x").asking(1)).messageId();
            String text = client.answerNext(0).text();
            assertTrue(id.matches(response), id);
            long number = Long.parseLong(id, form.equals("decimal-hex") ? 10 : 16);
            String expected =
                    switch (receipt) {
                        case "decimal" -> Long.toString(number);
                        case "zeros" -> "%016x".formatted(number);
                        case "capitals" -> "%X".formatted(number);
                        default -> "%x".formatted(number);
                    };
            assertEquals("id:" + expected, text.split(" ")[0]);
        }
    }
}
