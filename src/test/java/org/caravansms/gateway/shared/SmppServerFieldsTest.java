package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.gateway.Esme;
import org.caravansms.gateway.TestApi;
import org.caravansms.simulator.SubmitSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each field of a client's submit_sm does to the submit_sm that the SMSC gets. */
class SmppServerFieldsTest {

    private static final HexFormat HEX = HexFormat.of();

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    private Esme esme;

    @BeforeEach
    void bind() throws IOException {
        esme = Esme.bound(api.smppPort());
    }

    @AfterEach
    void unbind() {
        esme.close();
    }

    /** GSM and Latin-1 as GSM, UCS-2 as it is; classes and unknown alphabets under the client's data_coding. */
    @ParameterizedTest
    @CsvSource({
        "0, 48c3a96c6c6f, 0, Héllo",
        "0, 4805 6c6c6f, 0, Héllo",
        "1, 48656c6c6f, 0, Hello",
        "3, 48e96c6c6f, 0, Héllo",
        "3, 48ea, 8, Hê",
        "6, b0bd, 8, АН",
        "8, 00480065, 8, He",
        "16, 48656c6c6f, 16, Hello",
        "240, 48656c6c6f, 240, 48656c6c6f",
        "24, 00480065, 24, He",
        "4, 00ff80, 4, 00ff80",
        "2, 00ff80, 2, 00ff80",
        "8, d83d, 8, \ud83d"
    })
    void alphabetShouldBeThatOfTheProviderOrTheClients(int coding, String octets, int sent, String text)
            throws Exception {
        esme.dataCoding = coding;
        esme.submit(HEX.parseHex(octets.replace(" ", "")));
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals(sent, arrived.dataCoding());
        assertEquals(text.replace('\ud83d', '\ufffd'), arrived.text());
    }

    /** A part with its own user data header, of any alphabet, is nobody's to change. */
    @ParameterizedTest
    @CsvSource({"0, 05000342020168656c6c6f1b65", "8, 050003420201d83d", "4, 06050423f40000ff00", "3, 05000342020180ff"})
    void partShouldGoThroughOctetForOctet(int coding, String octets) throws Exception {
        esme.dataCoding = coding;
        esme.esmClass = 0x40;
        esme.submit(HEX.parseHex(octets));
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals(List.of(coding, 0x40), List.of(arrived.dataCoding(), arrived.esmClass()));
        assertEquals(octets, HEX.formatHex(arrived.shortMessage()));
    }

    @Test
    void sarParametersShouldBecomeAUserDataHeader() throws Exception {
        esme.submit(
                "first".getBytes(StandardCharsets.US_ASCII),
                new OptionalParameter.Sar_msg_ref_num((short) 0x1234),
                new OptionalParameter.Sar_total_segments((byte) 2),
                new OptionalParameter.Sar_segment_seqnum((byte) 1));
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals("0608041234" + "0201" + "6669727374", HEX.formatHex(arrived.shortMessage()));
        assertEquals(0x40, arrived.esmClass());
    }

    @Test
    void longPayloadShouldBeCutForTheProvider() throws Exception {
        String text = "long ".repeat(60);
        esme.submit(new byte[0], new OptionalParameter.Message_payload(text.getBytes(StandardCharsets.US_ASCII)));
        List<SubmitSm> parts = api.arrived(2);
        assertEquals(text, parts.get(0).text() + parts.get(1).text());
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNATIONAL, 36201234567, 1, 1, 36201234567",
        "UNKNOWN, 06201234567, 0, 1, 06201234567",
        "NATIONAL, 201234567, 2, 1, 201234567",
        "NETWORK_SPECIFIC, 1234, 3, 1, 1234"
    })
    void recipientShouldHaveItsTonAndNpi(TypeOfNumber ton, String address, int sentTon, int sentNpi, String sent)
            throws Exception {
        esme.ton = ton;
        esme.destination = address;
        esme.submit("to");
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals(sent, arrived.destination().addr());
        assertEquals(
                List.of(sentTon, sentNpi),
                List.of(arrived.destination().ton(), arrived.destination().npi()));
    }

    @ParameterizedTest
    @CsvSource({
        "ALPHANUMERIC, Shop, 5, Shop",
        "NETWORK_SPECIFIC, 1234, 3, 1234",
        "INTERNATIONAL, 3612345678, 1, 3612345678",
        "UNKNOWN, '', 1, 44777888"
    })
    void senderShouldHaveItsTon(TypeOfNumber ton, String address, int sentTon, String sent) throws Exception {
        esme.sourceTon = ton;
        esme.source = address;
        esme.submit("from");
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals(sent, arrived.source().addr());
        assertEquals(sentTon, arrived.source().ton());
    }

    @Test
    void otherFieldsAndParametersShouldBeCarried() throws Exception {
        esme.serviceType = "WAP";
        esme.esmClass = 0x83;
        esme.protocolId = 0x41;
        esme.priority = 2;
        esme.registeredDelivery = 0x11;
        esme.replaceIfPresent = 1;
        esme.defaultMsgId = 7;
        esme.submit(
                "x".getBytes(StandardCharsets.US_ASCII),
                new OptionalParameter.User_message_reference((short) 7),
                new OptionalParameter.OctetString((short) 0x1400, new byte[] {1, 0, 2}));
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals("WAP", arrived.serviceType());
        assertEquals(
                List.of(0x83, 0x41, 2, 0x11, 1, 7),
                List.of(
                        arrived.esmClass(),
                        arrived.protocolId(),
                        arrived.priority(),
                        arrived.registeredDelivery(),
                        arrived.replaceIfPresent(),
                        arrived.defaultMsgId()));
        assertArrayEquals(new byte[] {0, 7}, arrived.tlvs().get(0x0204));
        assertArrayEquals(new byte[] {1, 0, 2}, arrived.tlvs().get(0x1400));
    }

    /** registered_delivery 0 asks for no receipt, whatever the provider's block says. */
    @ParameterizedTest
    @CsvSource({"0", "1", "2", "17"})
    void receiptShouldBeAskedForAsTheClientDoes(int registeredDelivery) throws Exception {
        esme.registeredDelivery = registeredDelivery;
        esme.submit("receipt");
        assertEquals(registeredDelivery, api.arrived(1).get(0).registeredDelivery());
    }

    @Test
    void validityShouldReachTheSmsc() throws Exception {
        esme.validityPeriod = "990101000000004+";
        esme.submit("valid");
        assertEquals("981231230000000+", api.arrived(1).get(0).validityPeriod());
    }

    @Test
    void scheduleShouldHoldTheMessageBack() throws Exception {
        esme.scheduleDeliveryTime = "000000000002000R";
        long begin = System.nanoTime();
        esme.submit("later");
        assertEquals("later", api.arrived(1).get(0).text());
        assertTrue(System.nanoTime() - begin > 1_500_000_000L);
    }

    @Test
    void wrongFieldShouldBeNamedByItsStatus() throws Exception {
        assertStatus(0x0B, () -> esme.destination = "12");
        assertStatus(0x0B, () -> esme.destination = "not a number");
        assertStatus(0x0A, () -> {
            esme.sourceTon = TypeOfNumber.ALPHANUMERIC;
            esme.source = "a sender too long";
        });
        assertStatus(0x06, () -> esme.priority = 4);
        assertStatus(0x61, () -> esme.scheduleDeliveryTime = "991332000000000+");
        assertStatus(0x62, () -> esme.validityPeriod = "010101000000000+");
        assertEquals(List.of(), api.smsc().received());
    }

    private void assertStatus(int status, Executable wrong) throws Exception {
        unbind();
        bind();
        esme.npi = NumberingPlanIndicator.ISDN;
        try {
            wrong.execute();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        NegativeResponseException refusal = assertThrows(NegativeResponseException.class, () -> esme.submit("wrong"));
        assertEquals(status, refusal.getCommandStatus());
    }
}
