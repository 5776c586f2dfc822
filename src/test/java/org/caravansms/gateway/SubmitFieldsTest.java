package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields and optional parameters of the submit_sm that a client or the provider's settings ask for, on the wire. */
class SubmitFieldsTest {

    private static final String TO = "recipient=%2B36201234567&messagedata=";
    private static final String LOGIN = "action=sendmsg&username=admin&password=abc123";

    @TempDir
    static Path data;

    private static TestSmsc smsc;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(
                data,
                smsc.port(),
                "sms.provider.sandbox.tlv.0x1400",
                "1101",
                "sms.provider.sandbox.tlv.billing_identification",
                "0x00ff",
                "SMS_PROVIDER_SANDBOX_DATA_CODING",
                "1");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    @BeforeEach
    void forget() {
        smsc.received().clear();
    }

    @Test
    void fieldsOfAFormShouldLeaveInTheSubmitSm() {
        gateway.send(TO + "x&service_type=WAP&protocol_id=127&replace_if_present_flag=1&sm_default_msg_id=2"
                + "&registered_delivery=2&esm_class=130&TLV.0x1401=header&tlv.user_message_reference=0x0102");
        SubmitSm submit = received(1).get(0);
        assertEquals("WAP", submit.serviceType());
        assertEquals(127, submit.protocolId());
        assertEquals(1, submit.replaceIfPresent());
        assertEquals(2, submit.defaultMsgId());
        assertEquals(2, submit.registeredDelivery());
        assertEquals(130, submit.esmClass());
        assertEquals(Map.of(0x0204, "0102", 0x060B, "00ff", 0x1400, "31313031", 0x1401, "686561646572"), tlvs(submit));
    }

    @Test
    void parametersWithoutAnIndexShouldBeTheDefaultOfEachMessage() {
        gateway.send("messagecount=2&recipient0=111222&messagedata0=x&recipient1=111222&messagedata1=x&tlv.0x1401=all"
                + "&tlv1.0x1401=own&tlv1.0x1402=&tlv2.0x1403=nobody&service_type=ALL&service_type1=OWN");
        assertEquals(
                Map.of("ALL", "616c6c", "OWN", "6f776e"),
                received(2).stream().collect(Collectors.toMap(SubmitSm::serviceType, submit -> tlvs(submit)
                        .get(0x1401))));
        received(2).forEach(submit -> assertEquals(3, submit.tlvs().size()));
    }

    @Test
    void fieldsOfADocumentShouldLeaveInTheSubmitSm() {
        String reply =
                json("\"service_type\":\"WAP\",\"protocol_id\":127,\"data_coding\":\"8\",\"sm_default_msg_id\":2,"
                        + "\"tlv\":{\"0x1400\":\"own\",\"0x1401\":\"0x0a\"}");
        SubmitSm submit = received(1).get(0);
        assertEquals("WAP", submit.serviceType());
        assertEquals(127, submit.protocolId());
        assertEquals(8, submit.dataCoding());
        assertEquals(2, submit.defaultMsgId());
        assertEquals(Map.of(0x060B, "00ff", 0x1400, "6f776e", 0x1401, "0a"), tlvs(submit));
        assertTrue(reply.contains("\"tlv\":{\"0x1400\":\"own\",\"0x1401\":\"0x0a\"}"), reply);
        assertTrue(reply.contains("\"protocol_id\":127"), reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"delivery_report_requested\":false | 0",
                "\"delivery_report_requested\":\"false\" | 0",
                "\"delivery_report_requested\":true | 1",
                "\"delivery_report_requested\":null | 1",
                "\"submit_report_requested\":false | 1",
                "\"registered_delivery\":17 | 17",
                "\"delivery_report_requested\":false,\"registered_delivery\":\"2\" | 2",
                "\"delivery_report_requested\":true,\"registered_delivery\":0 | 0"
            })
    void documentShouldSayWhichReceiptsAreAskedFor(String keys, int registeredDelivery) {
        json(keys);
        assertEquals(registeredDelivery, received(1).get(0).registeredDelivery());
    }

    @Test
    void eachPartShouldHaveTheFieldsOfItsMessage() {
        gateway.send(TO + "x".repeat(161) + "&registered_delivery=0&tlv.0x1402=0x01&protocol_id=64&esm_class=128");
        received(2).forEach(submit -> {
            assertEquals(0, submit.registeredDelivery());
            assertEquals(64, submit.protocolId());
            assertEquals(192, submit.esmClass());
            assertEquals(1, submit.dataCoding());
            assertEquals(Map.of(0x060B, "00ff", 0x1400, "31313031", 0x1402, "01"), tlvs(submit));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "tlv.0x0424=x, tlv.0x0424 cannot be set: the gateway says with it how a long message is cut.",
        "tlv.dlt=x, 'tlv.dlt is no optional parameter of SMPP 3.4, and no number such as 0x1400.'",
        "service_type=sixsix, service_type is not at most 5 ASCII characters.",
        "tlv.0x1400=%E9, tlv.0x1400 is not in the encoding UTF-8.",
        "registered_delivery=256, registered_delivery is not a number from 0 to 255."
    })
    void whatCannotBeSentShouldBeRefused(String option, String why) {
        String answer = gateway.send(TO + "x&" + option);
        assertEquals(List.of(why), Xml.values(answer, "errormessage"), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tlv\":[] | messages[0].tlv is not an object of strings.",
                "\"tlv\":{\"0x1400\":7} | messages[0].tlv is not an object of strings.",
                "\"tlv\":{\"0x0\":\"x\"} | tlv.0x0 is no optional parameter: its number is not 1 to 65535.",
                "\"protocol_id\":{} | messages[0].protocol_id is not a number from 0 to 255.",
                "\"protocol_id\":1.5 | messages[0].protocol_id is not a number from 0 to 255."
            })
    void whatADocumentCannotAskForShouldBeRefused(String keys, String why) {
        String reply = json(keys);
        assertTrue(reply.contains("\"status\":\"" + why + "\""), reply);
    }

    private static String json(String keys) {
        return gateway.postJson(LOGIN, "{\"messages\":[{\"to_address\":\"111222\",\"text\":\"x\"," + keys + "}]}");
    }

    private static List<SubmitSm> received(int count) {
        await().until(() -> smsc.received().size() == count);
        return smsc.received();
    }

    private static Map<Integer, String> tlvs(SubmitSm submit) {
        Map<Integer, String> tlvs = new TreeMap<>();
        submit.tlvs().forEach((tag, value) -> tlvs.put(tag, HexFormat.of().formatHex(value)));
        return tlvs;
    }
}
