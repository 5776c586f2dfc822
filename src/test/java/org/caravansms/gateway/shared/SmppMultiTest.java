package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.gateway.Esme;
import org.caravansms.gateway.TestApi;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceIfPresentFlag;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SubmitMultiResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** submit_multi and data_sm go the way of a submit_sm. */
class SmppMultiTest {

    private static final int ROK = 0;
    private static final int MULTI_RESP = 0x80000021;
    private static final HexFormat HEX = HexFormat.of();

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    /** Numbers of another stack: one cannot be sent to. */
    @Test
    void submitMultiShouldReachEachOfItsNumbers() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            SubmitMultiResult answer = submit(esme, "36201111111", "no number", "36202222222");
            assertEquals(
                    List.of("36201111111", "36202222222"),
                    api.arrived(2).stream()
                            .map(sm -> sm.destination().addr())
                            .sorted()
                            .toList());
            assertEquals(1, answer.getUnsuccessDeliveries().length);
            assertEquals(0x0B, answer.getUnsuccessDeliveries()[0].getErrorStatusCode());
            assertEquals(
                    "no number",
                    answer.getUnsuccessDeliveries()[0].getDestinationAddress().getAddress());
            assertEquals(36, answer.getMessageId().length());
        }
    }

    private static SubmitMultiResult submit(Esme esme, String... numbers) throws Exception {
        Address[] to = Arrays.stream(numbers)
                .map(number -> new Address(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, number))
                .toArray(Address[]::new);
        return esme.session.submitMultiple(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "44777888",
                to,
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                ReplaceIfPresentFlag.DEFAULT,
                new RawDataCoding((byte) 0),
                (byte) 0,
                "to several".getBytes(StandardCharsets.US_ASCII));
    }

    /** Its receipts have the one message_id, and the number of each. */
    @Test
    void receiptsOfASubmitMultiShouldHaveItsMessageId() throws Exception {
        try (WireClient client = WireClient.connected(api.smppPort())) {
            client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "admin", "abc123"));
            client.send(WirePdu.submitMulti(2, 1, "06201111111", "0", "06202222222"));
            WireResponse answer = client.receive(MULTI_RESP);
            String id = new String(answer.bytes(), 16, 36, StandardCharsets.US_ASCII);
            assertEquals(ROK, answer.commandStatus());
            assertEquals(
                    "00" + "01" + "0000" + HEX.formatHex("friends\0".getBytes(StandardCharsets.US_ASCII)) + "00000034",
                    answer.hex().substring(2 * (16 + 36)));
            Set<String> numbers = IntStream.range(0, 2)
                    .mapToObj(i -> receipt(client, id).source().addr())
                    .collect(Collectors.toSet());
            assertEquals(Set.of("06201111111", "06202222222"), numbers);
        }
    }

    private static SubmitSm receipt(WireClient client, String id) {
        try {
            WireResponse delivery = client.answerNext(ROK);
            while (!delivery.receiptId().equals(id)) {
                delivery = client.answerNext(ROK);
            }
            return delivery.deliverSm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void submitMultiWithoutANumberShouldBeRefused() throws Exception {
        try (WireClient client = WireClient.connected(api.smppPort())) {
            client.ask(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "admin", "abc123"));
            WireResponse empty = client.ask(WirePdu.submitMulti(2, 0));
            assertEquals(List.of(MULTI_RESP, 0x33), List.of(empty.commandId(), empty.commandStatus()));
            WireResponse wrong = client.ask(WirePdu.submitMulti(3, 0, "x", "0"));
            assertEquals(
                    List.of(0x0B, "00" + "02"),
                    List.of(wrong.commandStatus(), wrong.hex().substring(32, 36)));
        }
    }

    @Test
    void dataSmShouldReachTheSmsc() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            String id = esme.session
                    .dataShortMessage(
                            "",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            "44777888",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            "36203333333",
                            new ESMClass(),
                            new RegisteredDelivery(0),
                            new RawDataCoding((byte) 8),
                            new OptionalParameter.Message_payload("Árvíz".getBytes(StandardCharsets.UTF_16BE)),
                            new OptionalParameter.Qos_time_to_live(3600),
                            new OptionalParameter.User_message_reference((short) 9))
                    .getMessageId();
            SubmitSm arrived = api.arrived(1).get(0);
            assertEquals(
                    List.of("Árvíz", "36203333333"),
                    List.of(arrived.text(), arrived.destination().addr()));
            assertEquals("0009", HEX.formatHex(arrived.tlvs().get(0x0204)));
            assertTrue(!arrived.validityPeriod().isEmpty() && !arrived.tlvs().containsKey(0x0017));
            assertEquals(36, id.length());
        }
    }
}
