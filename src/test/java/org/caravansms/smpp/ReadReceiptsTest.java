package org.caravansms.smpp;

import static org.caravansms.smpp.TestDeliverSm.receipt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts in every shape that SMSCs were seen to send. */
class ReadReceiptsTest {

    static final String STANDARD = "id:0123456789 sub:001 dlvrd:001 submit date:2611221158 "
            + "done date:2611221159 stat:DELIVRD err:000 text:Hello World";
    private static final Instant DONE = Instant.parse("2026-11-22T11:59:00Z");

    private final ReadDeliverSm read = TestDeliverSm.step();

    @Test
    void standardReceiptShouldBeReadInFullButWithoutTheMessagesWords() {
        Event event = read.read(List.of(receipt().text(STANDARD).pdu())).get(0);
        assertEquals(EventType.RECEIPT, event.type());
        assertEquals("north", event.provider());
        assertEquals(TestDeliverSm.NOW, event.at());
        String words =
                "id:0123456789 sub:001 dlvrd:001 submit date:2611221158 done date:2611221159 stat:DELIVRD err:000";
        assertEquals(
                new Receipt(
                        "0123456789",
                        "",
                        false,
                        DeliveryState.DELIVERED,
                        "000",
                        DONE,
                        "36201234567",
                        "1234",
                        2,
                        words,
                        Base64.getEncoder()
                                .encodeToString(receipt().text(STANDARD).octets())),
                event.subject());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no sub and no dlvrd         | id:9a submit date:2611221158 done date:2611221159 stat:UNDELIV err:011 text:x | 9a | UNDELIVERABLE | 011 | 2026-11-22T11:59:00Z
            no dates                    | id:9a stat:DELIVRD err:0                               | 9a | DELIVERED     | 0   |
            dates with seconds          | id:9a done date:261122115930 stat:DELIVRD err:000      | 9a | DELIVERED     | 000 | 2026-11-22T11:59:30Z
            dates of 14 digits          | id:9a done date:20261122115930 stat:DELIVRD err:000    | 9a | DELIVERED     | 000 | 2026-11-22T11:59:30Z
            dates with punctuation      | id:9a done date:26-11-22 11:59:30 stat:DELIVRD err:1   | 9a | DELIVERED     | 1   | 2026-11-22T11:59:30Z
            a date that is none         | id:9a done date:2699999999 stat:DELIVRD err:000        | 9a | DELIVERED     | 000 |
            Text in upper case          | id:9a stat:DELIVRD err:000 Text:id:7 stat:UNDELIV      | 9a | DELIVERED     | 000 |
            letters in err              | id:9a stat:UNDELIV err:A1F text:                       | 9a | UNDELIVERABLE | A1F |
            four digits in err          | id:9a stat:UNDELIV err:0045 text:                      | 9a | UNDELIVERABLE | 0045 |
            FAILED                      | id:9a stat:FAILED err:001                              | 9a | UNDELIVERABLE | 001 |
            BUFFRED                     | id:9a stat:BUFFRED err:000                             | 9a | ACCEPTED      | 000 |
            ACKED                       | id:9a stat:ACKED err:000                               | 9a | ACCEPTED      | 000 |
            ACCEPTD                     | id:9a stat:ACCEPTD err:000                             | 9a | ACCEPTED      | 000 |
            ENROUTE                     | id:9a stat:ENROUTE err:000                             | 9a | ENROUTE       | 000 |
            EXPIRED                     | id:9a stat:EXPIRED err:000                             | 9a | EXPIRED       | 000 |
            DELETED                     | id:9a stat:DELETED err:000                             | 9a | DELETED       | 000 |
            REJECTD                     | id:9a stat:REJECTD err:000                             | 9a | REJECTED      | 000 |
            UNKNOWN                     | id:9a stat:UNKNOWN err:000                             | 9a | UNKNOWN       | 000 |
            a state that nobody knows   | id:9a stat:QUEUED err:000                              | 9a | ENROUTE       | 000 |
            fields in another order     | stat:DELIVRD done date:2611221159 id:9a err:000        | 9a | DELIVERED     | 000 | 2026-11-22T11:59:00Z
            names in capitals, blanks   | ID: 9a SUB: 001 STAT : DELIVRD ERR: 000                | 9a | DELIVERED     | 000 |
            commas between              | id:9a,stat:DELIVRD,err:000                             | 9a | DELIVERED     | 000 |
            underscores in names        | id:9a submit_date:2611221158 done_date:2611221159 stat:DELIVRD err:0 | 9a | DELIVERED | 0 | 2026-11-22T11:59:00Z
            names without blanks        | id:9a submitdate:2611221158 donedate:2611221159 stat:DELIVRD err:0   | 9a | DELIVERED | 0 | 2026-11-22T11:59:00Z
            a century and no seconds    | id:9a done date:2026-11-22 11:59 stat:DELIVRD err:0    | 9a | DELIVERED     | 0   | 2026-11-22T11:59:00Z
            a century and milliseconds  | id:9a done date:2026-11-22 11:59:30.125 stat:DELIVRD err:0 | 9a | DELIVERED | 0   | 2026-11-22T11:59:30Z
            a date of 16 characters     | id:9a done date:261112115930000+ stat:DELIVRD err:0    | 9a | DELIVERED     | 0   | 2026-11-12T11:59:30Z
            an empty error              | id:9a stat:DELIVRD err: text:err:5                     | 9a | DELIVERED     |     |
            an empty state              | id:9a stat: err:000                                    | 9a | ENROUTE       | 000 |
            a word of the vendor's      | id:9a stat:PENDING err:000                             | 9a | ENROUTE       | 000 |
            an identifier of 64 signs   | id:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef stat:DELIVRD err:0 | 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | DELIVERED | 0 |
            """)
    void textShouldBeRead(String shape, String text, String id, DeliveryState state, String error, Instant done) {
        Receipt receipt = read(receipt().text(text));
        assertEquals(id, receipt.smscId(), shape);
        assertEquals(state, receipt.state(), shape);
        assertEquals(error == null ? "" : error, receipt.error(), shape);
        assertEquals(done, receipt.doneAt(), shape);
        assertFalse(receipt.text().contains("id:7"), shape);
    }

    @Test
    void parametersShouldBeTrustedBeforeTheText() {
        Receipt receipt =
                read(receipt().text("id:5 stat:UNDELIV err:001").id("Ab-12").tlv(Tag.MESSAGE_STATE, "02"));
        assertEquals(List.of("Ab-12", "5"), receipt.ids());
        assertEquals(DeliveryState.DELIVERED, receipt.state());
        assertEquals("001", receipt.error());
        assertEquals("", read(receipt().text("id:5 stat:UNDELIV").id("5")).textId());
    }

    @Test
    void receiptOfAnSmscThatSendsOnePerMessageShouldBeAboutTheMessage() {
        ReadDeliverSm onePerMessage = TestDeliverSm.step(new ReadReceipts(ZoneOffset.UTC, "north"::equals));
        List<Event> events = onePerMessage.read(List.of(receipt().text(STANDARD).pdu()));
        assertTrue(((Receipt) events.get(0).subject()).isOfMessage());
    }

    @Test
    void octetsOfALongReceiptShouldBeCut() {
        byte[] octets = receipt().tlv(Tag.MESSAGE_PAYLOAD, "41".repeat(60_000)).octets();
        SmscPdu pdu = new SmscPdu("north", 2, TestDeliverSm.NOW, octets);
        String shown = ((Receipt) read.read(List.of(pdu)).get(0).subject()).pdu();
        assertArrayEquals(Arrays.copyOf(octets, 1_000), Base64.getDecoder().decode(shown));
    }

    @Test
    void parametersAloneShouldBeAReceipt() {
        Receipt receipt = read(receipt().id("77").tlv(Tag.MESSAGE_STATE, "05").tlv(Tag.NETWORK_ERROR_CODE, "030022"));
        assertEquals("77", receipt.smscId());
        assertEquals(DeliveryState.UNDELIVERABLE, receipt.state());
        assertEquals("34", receipt.error());
        assertEquals("", receipt.text());
    }

    @Test
    void stateThatTheStandardDoesNotKnowShouldLeaveTheTextsWord() {
        Receipt receipt = read(receipt().text("id:5 stat:EXPIRED").tlv(Tag.MESSAGE_STATE, "63"));
        assertEquals(DeliveryState.EXPIRED, receipt.state());
    }

    @Test
    void dataSmShouldBeAReceipt() {
        SmscPdu pdu = receipt().dataSm().id("77").tlv(Tag.MESSAGE_STATE, "02").pdu();
        assertEquals("77", ((Receipt) read.read(List.of(pdu)).get(0).subject()).smscId());
    }

    @Test
    void dateShouldBeOfTheZoneThatIsSet() {
        ReadDeliverSm budapest = TestDeliverSm.step(new ReadReceipts(ZoneId.of("Europe/Budapest"), provider -> false));
        Receipt receipt = (Receipt)
                budapest.read(List.of(receipt().text(STANDARD).pdu())).get(0).subject();
        assertEquals(DONE.minusSeconds(3600), receipt.doneAt());
    }

    private Receipt read(TestDeliverSm deliverSm) {
        return (Receipt) read.read(List.of(deliverSm.pdu())).get(0).subject();
    }
}
