package org.caravansms.smppserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.message.ClientPart;
import org.caravansms.message.MessageProperties;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.WriteSmppPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parts become a message, which wait, and which go on as they are. */
class JoinPartsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final HexFormat HEX = HexFormat.of();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final JoinParts join =
            new JoinParts(user -> false, Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<Exchange> batch = new ArrayList<>();

    @Test
    void incompleteMessageShouldWait() {
        add("anna", "0201", "a", 0);
        assertEquals(List.of(), texts());
        assertEquals(List.of(true), waiting());
    }

    @Test
    void partsShouldBeJoinedInTheirOrderAndOfTheirUserOnly() {
        add("anna", "0202", "b", 0);
        add("bert", "0201", "x", 0);
        add("anna", "0201", "a", 0);
        assertEquals(List.of("ab"), texts());
        assertEquals(List.of(false, true, false), waiting());
    }

    /** Its former message is not complete any more. */
    @Test
    void reusedReferenceShouldBeginAnotherMessage() {
        add("anna", "0201", "a", 0);
        add("anna", "0201", "c", 0);
        add("anna", "0202", "d", 0);
        assertEquals(List.of("050003070201" + "61", "cd"), texts());
    }

    @Test
    void repeatedPartShouldNotBeThereTwice() {
        add("anna", "0201", "a", 0);
        add("anna", "0201", "a", 0);
        add("anna", "0202", "b", 0);
        assertEquals(List.of("ab"), texts());
    }

    @Test
    void partsOfDifferentAlphabetsShouldGoOnAsTheyAre() {
        add("anna", "0201", "a", 0);
        add("anna", "0202", "bb", 8);
        assertEquals(List.of("050003070201" + "61", "050003070202" + "6262"), texts());
    }

    @Test
    void oldPartShouldGoOnAsItIs() {
        add("anna", "0201", "a", 0, NOW.minus(Duration.ofMinutes(5)));
        assertEquals(List.of("050003070201" + "61"), texts());
    }

    @Test
    void oldestOfTooManyShouldGoOn() {
        for (int i = 0; i < 5_002; i++) {
            add("user" + i, "0201", "a", 0);
        }
        assertEquals(2, texts().size());
        assertEquals(List.of(false, false, true), waiting().subList(0, 3));
    }

    /** 1 asks for all receipts, 2 for those of failures, 3 for those of successes. */
    @ParameterizedTest
    @CsvSource({"0, 2, 2", "2, 0, 2", "2, 2, 2", "3, 2, 1", "1, 2, 1", "0x12, 1, 0x11", "3, 0x10, 0x13", "8, 5, 0x0D"})
    void messageShouldAskForTheReceiptsOfAllItsParts(String first, String second, String all) {
        add("anna", "0201", "a", 0);
        add("anna", "0202", "b", 0);
        ask(0, Integer.decode(first));
        ask(1, Integer.decode(second));
        Map<?, ?> message = join.join(batch).get(0).getMessage().getBody(Map.class);
        assertEquals(Integer.decode(all), ((Map<?, ?>) message.get("smpp")).get("registered_delivery"));
    }

    private void ask(int part, int registeredDelivery) {
        ClientPart sent = batch.get(part).getMessage().getBody(ClientPart.class);
        SmppPdu pdu = pdu("020" + (part + 1), part == 0 ? "a" : "b", 0)
                .with(PduField.REGISTERED_DELIVERY, registeredDelivery);
        batch.get(part)
                .getMessage()
                .setBody(new ClientPart(sent.user(), sent.messageId(), sent.at(), WriteSmppPdu.octets(pdu)));
    }

    private void add(String user, String place, String text, int dataCoding) {
        add(user, place, text, dataCoding, NOW);
    }

    private void add(String user, String place, String text, int dataCoding, Instant at) {
        byte[] octets = WriteSmppPdu.octets(pdu(place, text, dataCoding));
        Exchange part = new DefaultExchange(context);
        part.getMessage().setBody(new ClientPart(user, "id" + batch.size(), at, octets));
        batch.add(part);
    }

    private static SmppPdu pdu(String place, String text, int dataCoding) {
        byte[] octets = HEX.parseHex("05000307" + place + HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII)));
        return SmppPdu.of(PduType.SUBMIT_SM, 1)
                .with(PduField.SOURCE_ADDR, "44777888")
                .with(PduField.DESTINATION_ADDR, "06201234567")
                .with(PduField.ESM_CLASS, 0x40)
                .with(PduField.DATA_CODING, dataCoding)
                .with(PduField.SHORT_MESSAGE, octets);
    }

    private List<Object> texts() {
        return join.join(batch).stream()
                .map(message -> message.getMessage().getBody(Map.class).get("text"))
                .toList();
    }

    private List<Boolean> waiting() {
        return batch.stream()
                .map(part -> part.getProperty(MessageProperties.WAITS, Boolean.class))
                .toList();
    }
}
