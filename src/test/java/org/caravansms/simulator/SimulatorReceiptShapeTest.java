package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorReceiptShapeTest {
    private static final String MIN = "\\d{10}";

    private static List<WireResponse> receipts(int count, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("--receipts-delay", "0", "--receipts-always"));
        args.addAll(List.of(options));
        try (FaultySmsc smsc = FaultySmsc.start(args.toArray(String[]::new));
                WireClient client = smsc.bound()) {
            String id = client.ask(WirePdu.submitSm(2, "Hello")).messageId();
            List<WireResponse> receipts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                WireResponse receipt = client.receive();
                client.send(WirePdu.response(receipt, 0));
                receipts.add(receipt);
            }
            assertTrue(id.matches("[0-9a-f]+"));
            return receipts;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "standard, id:X sub:001 dlvrd:000 submit date:M done date:M stat:UNDELIV err:027 text:Hello",
        "no-counts, id:X submit date:M done date:M stat:UNDELIV err:027 text:Hello",
        "seconds, id:X sub:001 dlvrd:000 submit date:MSS done date:MSS stat:UNDELIV err:027 text:Hello",
        "long-dates, id:X sub:001 dlvrd:000 submit date:20MSS done date:20MSS stat:UNDELIV err:027 text:Hello",
        "capital-text, id:X sub:001 dlvrd:000 submit date:M done date:M stat:UNDELIV err:027 Text:Hello",
        "letters, id:X sub:001 dlvrd:000 submit date:M done date:M stat:UNDELIV err:ABS text:Hello",
        "four-digits, id:X sub:001 dlvrd:000 submit date:M done date:M stat:UNDELIV err:0027 text:Hello",
        "failed, id:X sub:001 dlvrd:000 submit date:M done date:M stat:FAILED err:027 text:Hello",
        "text-and-tlvs, id:X sub:001 dlvrd:000 submit date:M done date:M stat:UNDELIV err:027 text:Hello",
        "payload, id:X sub:001 dlvrd:000 submit date:M done date:M stat:UNDELIV err:027 text:Hello"
    })
    void shapeShouldDecideTheText(String shape, String text) throws IOException {
        SubmitSm receipt = receipts(1, "--receipts-shape", shape, "--receipts-state", "UNDELIV")
                .get(0)
                .deliverSm();
        String expected = text.replace("X", "[0-9a-f]+").replace("M", MIN).replace("SS", "\\d{2}");
        assertTrue(receipt.text().matches(expected), receipt.text());
        assertEquals(4, receipt.esmClass());
        assertEquals(shape.equals("payload"), receipt.shortMessage().length == 0);
    }

    @Test
    void idAndStateShouldBeInTheOptionalParameters() throws IOException {
        for (String shape : List.of("tlvs", "text-and-tlvs")) {
            SubmitSm receipt = receipts(1, "--receipts-shape", shape, "--receipts-state", "EXPIRED")
                    .get(0)
                    .deliverSm();
            assertEquals(shape.equals("tlvs"), receipt.shortMessage().length == 0);
            assertEquals("03", HexFormat.of().formatHex(receipt.tlvs().get(0x0427)));
            byte[] id = receipt.tlvs().get(0x001E);
            assertTrue(new String(id, 0, id.length - 1).matches("[0-9a-f]+"));
            assertEquals(0, id[id.length - 1]);
        }
    }

    @Test
    void receiptShouldBeADataSmWithOptionalParameters() throws IOException {
        WireResponse receipt = receipts(1, "--receipts-shape", "data-sm", "--receipts-state", "REJECTD")
                .get(0);
        assertEquals(0x103, receipt.commandId());
        String body = receipt.hex().substring(32);
        String addresses = "00" + "00013036323033313035333636" + "00" + "01013434373737383838" + "00";
        assertTrue(body.startsWith(addresses + "04" + "00" + "00" + "001e"), body);
        assertTrue(body.endsWith("00" + "0427" + "0001" + "08"), body);
    }

    @Test
    void esmClassShouldNotSayThatItIsAReceipt() throws IOException {
        SubmitSm receipt = receipts(1, "--receipts-shape", "no-bit").get(0).deliverSm();
        assertEquals(0, receipt.esmClass());
        assertTrue(receipt.text().contains(" stat:DELIVRD "));
    }

    @ParameterizedTest
    @CsvSource({
        "enroute,ENROUTE,4",
        "buffred,BUFFRED,4",
        "acked,ACKED,4",
        "acceptd,ACCEPTD,4",
        "notification,ENROUTE,32"
    })
    void anotherReceiptShouldComeBeforeTheLastOne(String shape, String state, int esmClass) throws IOException {
        List<WireResponse> receipts = receipts(2, "--receipts-shape", shape, "--receipts-state", "UNDELIV");
        SubmitSm first = receipts.get(0).deliverSm();
        SubmitSm last = receipts.get(1).deliverSm();
        assertTrue(first.text().contains(" stat:" + state + " err:000 "), first.text());
        assertTrue(last.text().contains(" stat:UNDELIV err:027 "), last.text());
        assertEquals(first.text().split(" ")[0], last.text().split(" ")[0]);
        assertEquals(List.of(esmClass, 4), List.of(first.esmClass(), last.esmClass()));
    }

    @Test
    void shapesShouldBeTakenInTurnWhereTheRuleFits() throws IOException {
        String[] options = {
            "--receipts-shape", "tlvs,no-counts:to=1", "--receipts-shape", "letters", "--receipts-delay", "0"
        };
        try (FaultySmsc smsc = FaultySmsc.start(options);
                WireClient client = smsc.bound()) {
            List<String> seen = new ArrayList<>();
            for (String to : List.of("1", "1", "2", "1")) {
                client.ask(WirePdu.submitSmTo(to, 2).asking(1));
                String text = client.answerNext(0).text();
                seen.add(text.isEmpty() ? "tlvs" : text.contains("sub:") ? "letters" : "no-counts");
            }
            assertEquals(List.of("tlvs", "no-counts", "letters", "tlvs"), seen);
        }
    }

    @Test
    void allShapesShouldBeSentOneAfterTheOther() throws IOException {
        int count = ReceiptShape.values().length;
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-shape", "all", "--receipts-delay", "0");
                WireClient client = smsc.bound()) {
            for (int i = 0; i < count; i++) {
                client.send(WirePdu.submitSm(i, "x").asking(1));
            }
            int dataSms = 0;
            // five shapes are two receipts each
            for (int i = 0; i < 2 * count + 5; i++) {
                dataSms += client.receive().commandId() == 0x103 ? 1 : 0;
            }
            assertEquals(1, dataSms);
            assertEquals(count + 5, smsc.simulator().receipts().sent());
        }
    }
}
