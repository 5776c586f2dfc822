package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message may ask for beyond itself, as it waits on the queue for an SMSC that is not there. */
class MessageOptionsTest {

    @TempDir
    static Path data;

    private static RunningGateway gateway;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start(data, FreePort.next());
        queues = new Queues();
    }

    @AfterAll
    static void stop() throws Exception {
        queues.close();
        gateway.close();
    }

    @BeforeEach
    void forget() throws Exception {
        while (!queues.browse(Queues.OUTBOUND).isEmpty()) {
            queues.take(Queues.OUTBOUND);
        }
    }

    @Test
    void messageThatAsksForNothingShouldCarryNothing() throws Exception {
        send("");
        assertEquals(
                List.of("v", "id", "user", "originator", "recipient", "type", "text", "acceptedAt", "source"),
                queued().properties().stream().map(Map.Entry::getKey).toList());
    }

    @Test
    void everyOptionShouldBeCarried() throws Exception {
        send("&vp0=2099.12.31.+23:59:58&sendondate0=2001-01-02+03:04:05&messageid0=mine&serviceprovider0=sandbox"
                + "&reporturl0=" + TestApi.encoded("https://example.com/r?id=$messageid&s=$status")
                + "&source_addr_ton0=0&source_addr_npi0=1&dest_addr_ton0=2&dest_addr_npi0=18&data_coding0=008"
                + "&esm_class0=3&priority0=7&registered_delivery0=0&protocol_id0=65&replace_if_present_flag0=1"
                + "&sm_default_msg_id0=255&service_type0=CMT&tlv0.0x1400=1101&tlv.0x1400=2&tlv.5121=0x0a&tlv1.5122=x");
        JsonNode queued = new JsonMapper()
                .readTree(queues.take(Queues.OUTBOUND + ".sandbox").getBody(String.class));
        assertEquals(utc(2099, 12, 31, 23, 59, 58), queued.get("validUntil").textValue());
        assertEquals(utc(2001, 1, 2, 3, 4, 5), queued.get("sendAt").textValue());
        assertEquals(7, queued.get("priority").intValue());
        assertEquals("mine", queued.get("clientId").textValue());
        assertEquals("sandbox", queued.get("provider").textValue());
        assertEquals(
                "https://example.com/r?id=$messageid&s=$status",
                queued.get("reportUrl").textValue());
        assertEquals(
                Map.of(
                        "source_addr_ton", 0,
                        "source_addr_npi", 1,
                        "dest_addr_ton", 2,
                        "dest_addr_npi", 18,
                        "data_coding", 8,
                        "esm_class", 3,
                        "registered_delivery", 0,
                        "protocol_id", 65,
                        "replace_if_present_flag", 1,
                        "sm_default_msg_id", 255),
                new JsonMapper().convertValue(queued.get("smpp"), Map.class));
        assertEquals("CMT", queued.get("serviceType").textValue());
        assertEquals(
                Map.of("0x1400", "1101", "5121", "0x0a"), new JsonMapper().convertValue(queued.get("tlv"), Map.class));
    }

    @Test
    void unindexedOptionsShouldBeTheDefault() throws Exception {
        gateway.send("messagecount=1&recipient0=111222&messagedata0=x&vp=2099.12.31.+23:59:58"
                + "&sendondate=2001-01-02+03:04:05&reporturl=http://x/&data_coding=8&messageid=none");
        JsonNode queued = queued();
        assertEquals(utc(2099, 12, 31, 23, 59, 58), queued.get("validUntil").textValue());
        assertEquals(utc(2001, 1, 2, 3, 4, 5), queued.get("sendAt").textValue());
        assertEquals("http://x/", queued.get("reportUrl").textValue());
        assertEquals(8, queued.get("smpp").get("data_coding").intValue());
        assertFalse(queued.has("clientId"));
    }

    @ParameterizedTest
    @CsvSource({
        "vp0, 2099-12-31 23:59:58, is not a time yyyy.MM.dd. HH:mm:ss",
        "vp0, 2099.02.30. 00:00:00, is not a time yyyy.MM.dd. HH:mm:ss",
        "vp0, 2001.01.01. 00:00:00, is in the past",
        "sendondate0, 2099.12.31. 23:59:58, is not a time yyyy-MM-dd HH:mm:ss",
        "sendondate0, tomorrow, is not a time yyyy-MM-dd HH:mm:ss",
        "reporturl0, javascript:alert(1), is not an http or https URL",
        "reporturl0, ftp://x/y, is not an http or https URL",
        "reporturl0, 'http://x/\r\nX-Evil: 1', is not an http or https URL",
        "source_addr_ton0, 256, is not a number from 0 to 255",
        "source_addr_npi0, -1, is not a number from 0 to 255",
        "dest_addr_ton0, x, is not a number from 0 to 255",
        "dest_addr_npi0, 0x01, is not a number from 0 to 255",
        "data_coding0, 1.0, is not a number from 0 to 255",
        "esm_class0, 1000, is not a number from 0 to 255",
        "registered_delivery0, yes, is not a number from 0 to 255",
        "protocol_id0, 256, is not a number from 0 to 255",
        "replace_if_present_flag0, -1, is not a number from 0 to 255",
        "sm_default_msg_id0, a, is not a number from 0 to 255",
        "service_type0, sixsix, is not at most 5 ASCII characters",
        "service_type0, é, is not at most 5 ASCII characters",
        "priority0, 10, is not a number from 0 to 9"
    })
    void wrongOptionShouldRejectThatMessageAndBeNamed(String name, String value, String why) {
        String answer = gateway.send("messagecount=2&recipient0=111222&messagedata0=x&recipient1=111222&messagedata1=y&"
                + name + "=" + TestApi.encoded(value));
        assertEquals(List.of("10", "0"), Xml.values(answer, "statuscode\\d"), answer);
        assertEquals(
                name + " " + why + ".", Xml.values(answer, "statusmessage0").get(0));
        assertEquals(1, queues.browse(Queues.OUTBOUND).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2098-01-02 03:04:05", "2098-01-02 03:04:06"})
    void messageThatCouldNeverBeSentShouldBeRejected(String sendOnDate) {
        String answer = gateway.send("messagecount=1&recipient0=111222&messagedata0=x&vp0="
                + TestApi.encoded("2098.01.02. 03:04:05") + "&sendondate0=" + TestApi.encoded(sendOnDate));
        assertEquals(List.of("10"), Xml.values(answer, "statuscode0"), answer);
        assertEquals(List.of("vp0 is not after sendondate0."), Xml.values(answer, "statusmessage0"));
    }

    @Test
    void idShouldBeTakenUpToItsLength() throws Exception {
        String longest = "é".repeat(255);
        send("&messageid0=" + TestApi.encoded(longest));
        assertEquals(longest, queued().get("clientId").textValue());
        String answer = gateway.send("messagecount=1&recipient0=111222&messagedata0=x&messageid0=" + "x".repeat(256));
        assertEquals(List.of("messageid0 is longer than 255 characters."), Xml.values(answer, "statusmessage0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GSMModem1", "Sandbox", "", "${x}"})
    void unknownProviderShouldBeNone(String provider) throws Exception {
        String answer = gateway.send(
                "messagecount=1&recipient0=111222&messagedata0=x&serviceprovider0=" + TestApi.encoded(provider));
        assertEquals(List.of("0"), Xml.values(answer, "statuscode0"));
        assertEquals(1, answer.split("<serviceprovider0/>", -1).length - 1, answer);
        assertFalse(queued().has("provider"));
    }

    private static void send(String options) {
        String answer = gateway.send("messagecount=1&recipient0=111222&messagedata0=x" + options);
        assertEquals(List.of("0"), Xml.values(answer, "statuscode0"), answer);
    }

    private static JsonNode queued() throws Exception {
        List<Message> messages = queues.browse(Queues.OUTBOUND);
        assertEquals(1, messages.size());
        return new JsonMapper().readTree(messages.get(0).getBody(String.class));
    }

    private static String utc(int year, int month, int day, int hour, int minute, int second) {
        return LocalDateTime.of(year, month, day, hour, minute, second)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toString();
    }
}
