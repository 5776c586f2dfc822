package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of PDU that the gateway sends, captured on its way and read by Wireshark's dissector of SMPP. */
class DissectedTest {

    private static final String TO = "recipient=%2B36201234567&messagedata=";
    private static final String UDHI = "0x01";

    @TempDir
    Path data;

    private List<Map<String, String>> submits;

    @Test
    void textsShouldHaveTheirAlphabetsAndClasses() throws Exception {
        dissect(
                List.of(
                        TO + TestApi.encoded("Hello {€é"),
                        TO + TestApi.encoded("Привет"),
                        TO + "x&messagetype=SMS:TEXT:CLASS0",
                        TO + "x&messagetype=SMS:TEXT:UCS2:CLASS3",
                        TO + TestApi.encoded("é") + "&data_coding=3"),
                List.of(),
                "smpp.data_coding",
                "smpp.message");
        assertEquals(
                List.of(
                        List.of("0x00", "48656c6c6f201b281b6505"),
                        List.of("0x08", "041f04400438043204350442"),
                        List.of("0x10", "78"),
                        List.of("0x1b", "0078"),
                        List.of("0x03", "e9")),
                values());
    }

    @Test
    void addressesShouldSayWhatTheyAre() throws Exception {
        dissect(
                List.of(
                        TO + "x&originator=%2B44777888",
                        TO + "x&originator=1234",
                        TO + "x&originator=Caravan",
                        "recipient=06201234567&messagedata=x&source_addr_ton=6&source_addr_npi=9"),
                List.of(),
                "smpp.source_addr_ton",
                "smpp.source_addr_npi",
                "smpp.source_addr",
                "smpp.dest_addr_ton",
                "smpp.dest_addr_npi",
                "smpp.destination_addr");
        assertEquals(
                List.of(
                        List.of("0x01", "0x01", "44777888", "0x01", "0x01", "36201234567"),
                        List.of("0x03", "0x00", "1234", "0x01", "0x01", "36201234567"),
                        List.of("0x05", "0x00", "Caravan", "0x01", "0x01", "36201234567"),
                        List.of("0x06", "0x09", "44777888", "0x00", "0x01", "06201234567")),
                values());
    }

    /** The euro sign takes septets 153 and 154, the emoji code units 67 and 68: neither is cut. */
    @Test
    void longTextsShouldBeCutBeforeWhatIsNotToBeCut() throws Exception {
        dissect(
                List.of(
                        TO + TestApi.encoded("a".repeat(152) + "€" + "b".repeat(9)),
                        TO + TestApi.encoded("Ж".repeat(66) + "\uD83D\uDE00" + "Я".repeat(9))),
                List.of(),
                "smpp.esm.submit.features",
                "gsm_sms.udh.mm.msg_parts",
                "gsm_sms.udh.mm.msg_part",
                "smpp.sm_length",
                "smpp.message");
        submits.forEach(submit -> System.out.println("captured, a pair at a part's edge: " + submit));
        assertEquals(
                List.of(
                        List.of(UDHI, "2", "1", "158"),
                        List.of(UDHI, "2", "2", "17"),
                        List.of(UDHI, "2", "1", "138"),
                        List.of(UDHI, "2", "2", "28")),
                values().stream().map(submit -> submit.subList(0, 4)).toList());
        assertTrue(submits.get(0).get("smpp.message").matches("050003..0201(61){152}"));
        assertTrue(submits.get(1).get("smpp.message").matches("050003..02021b65(62){9}"));
        assertTrue(submits.get(2).get("smpp.message").matches("050003..0201(0416){66}"));
        assertTrue(submits.get(3).get("smpp.message").matches("050003..0202d83dde00(042f){9}"));
    }

    @Test
    void referenceOf16BitsShouldBeAHeaderToo() throws Exception {
        dissect(
                List.of(TO + "x".repeat(200)),
                List.of("SMS_PROVIDER_SANDBOX_LONG_MESSAGES", "udh16"),
                "smpp.esm.submit.features",
                "gsm_sms.udh.mm.msg_parts",
                "gsm_sms.udh.mm.msg_part",
                "smpp.sm_length");
        assertEquals(List.of(List.of(UDHI, "2", "1", "159"), List.of(UDHI, "2", "2", "55")), values());
    }

    @Test
    void sarShouldBeParametersAndNoHeader() throws Exception {
        dissect(
                List.of(TO + "x".repeat(200)),
                List.of("SMS_PROVIDER_SANDBOX_LONG_MESSAGES", "sar"),
                "smpp.esm.submit.features",
                "smpp.sar_total_segments",
                "smpp.sar_segment_seqnum",
                "smpp.sm_length");
        assertEquals(List.of(List.of("0x00", "2", "1", "153"), List.of("0x00", "2", "2", "47")), values());
    }

    @Test
    void payloadShouldBeWholeAndAloneInItsParameter() throws Exception {
        dissect(
                List.of(TO + "x".repeat(200)),
                List.of("SMS_PROVIDER_SANDBOX_LONG_MESSAGES", "payload"),
                "smpp.sm_length",
                "smpp.opt_param_tag",
                "smpp.opt_param_len");
        assertEquals(List.of(List.of("0", "0x0424", "200")), values());
    }

    @Test
    void binariesShouldHaveTheirHeadersAndIds() throws Exception {
        dissect(
                List.of(
                        TO + "CAFE&messagetype=SMS:BINARY",
                        TO + "x&messagetype=SMS:VCARD",
                        TO + "x&messagetype=SMS:VCALENDAR",
                        TO + "0605040B8423F0&messagetype=SMS:WAPPUSH",
                        TO + TestApi.encoded("<sms><pid>7F</pid><dcs>F6</dcs><ud>0102</ud></sms>")
                                + "&messagetype=SMS:BINARY:XML"),
                List.of(),
                "smpp.esm.submit.features",
                "smpp.protocol_id",
                "smpp.data_coding",
                "smpp.message");
        assertEquals(
                List.of(
                        List.of("0x00", "0x00", "0x04", "cafe"),
                        List.of(UDHI, "0x00", "0x04", "06050423f4000078"),
                        List.of(UDHI, "0x00", "0x04", "06050423f5000078"),
                        List.of(UDHI, "0x00", "0x04", "0605040b8423f00605040b8423f0"),
                        List.of("0x00", "0x7f", "0xf6", "0102")),
                values());
    }

    @Test
    void timesAndPriorityShouldBeRead() throws Exception {
        dissect(
                List.of(TO + "x&vp=2037.12.31.+23:59:58&priority=9", TO + "x&priority=5", TO + "x"),
                List.of(),
                "smpp.priority_flag",
                "smpp.validity_period");
        assertEquals(
                List.of("0x03", "0x01", "0x00"),
                values().stream().map(v -> v.get(0)).toList());
        assertTrue(submits.get(0).get("smpp.validity_period").startsWith("Dec 31, 2037 "), submits.toString());
        dissect(
                List.of(TO + "x&vp=2037.12.31.+23:59:58"),
                List.of("SMS_PROVIDER_SANDBOX_VALIDITY", "relative"),
                "smpp.validity_period_r");
        assertTrue(values().get(0).get(0).matches("[0-9]+\\.[0-9]+ seconds|[0-9.]+"), submits.toString());
    }

    @Test
    void overridesShouldBeReadInTheirFields() throws Exception {
        dissect(
                List.of(
                        TO + "x&dest_addr_ton=2&dest_addr_npi=8&esm_class=3",
                        TO + TestApi.encoded("a".repeat(161)) + "&esm_class=1&data_coding=16"),
                List.of(),
                "smpp.dest_addr_ton",
                "smpp.dest_addr_npi",
                "smpp.esm.submit.msg_mode",
                "smpp.esm.submit.features",
                "smpp.data_coding");
        assertEquals(
                List.of(
                        List.of("0x02", "0x08", "0x03", "0x00", "0x00"),
                        List.of("0x01", "0x01", "0x01", UDHI, "0x10"),
                        List.of("0x01", "0x01", "0x01", UDHI, "0x10")),
                values());
    }

    /** 155 characters in one submit_sm: the table's name takes four octets of its 140. */
    @Test
    void fieldsParametersAndTablesShouldBeRead() throws Exception {
        dissect(
                List.of(TO + TestApi.encoded("ş".repeat(155)) + "&registered_delivery=2&protocol_id=64&service_type=WAP"
                        + "&sm_default_msg_id=3&tlv.user_message_reference=0x0102"),
                List.of("SMS_PROVIDER_SANDBOX_NATIONAL_TABLES", "spanish,turkish"),
                "smpp.service_type",
                "smpp.esm.submit.features",
                "smpp.protocol_id",
                "smpp.regdel.receipt",
                "smpp.replace_if_present_flag",
                "smpp.data_coding",
                "smpp.sm_default_msg_id",
                "smpp.sm_length",
                "gsm_sms.dis_iei_lang.locking_shift",
                "smpp.user_message_reference");
        assertEquals(
                List.of(List.of("WAP", UDHI, "0x40", "0x02", "0x00", "0x00", "3", "159", "1", "0x0102")), values());
    }

    private void dissect(List<String> forms, List<String> settings, String... fields) throws Exception {
        Path folder = java.nio.file.Files.createTempDirectory(data, "run");
        Tshark.require();
        try (TestSmsc smsc = TestSmsc.start();
                EventTap tap = new EventTap(folder, smsc.port())) {
            try (RunningGateway gateway = RunningGateway.start(folder, tap.port(), settings.toArray(String[]::new))) {
                for (String form : forms) {
                    long before = smsc.accepted();
                    gateway.send(form);
                    await().until(() -> smsc.accepted() > before);
                }
            }
            submits = tap.dissected().read("smpp.command_id == 4", fields);
        }
    }

    private List<List<String>> values() {
        return submits.stream().map(submit -> List.copyOf(submit.values())).toList();
    }
}
