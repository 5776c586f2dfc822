package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client sends is data wherever it goes: no expression, no address, no markup, no header, no log line. */
class InjectionTest {

    private static final List<String> FIELDS = List.of(("recipient messagetype originator serviceprovider vp sendondate"
                    + " messageid reporturl source_addr_ton source_addr_npi dest_addr_ton dest_addr_npi data_coding"
                    + " esm_class messagecount action responseformat maxresponse extended continueurl redirecturl"
                    + " _charset_ CamelSmppDestAddr CamelHttpUri")
            .split(" "));

    private static final List<String> KEYS = List.of(("message_id id from_connection from_address from_station"
                    + " to_connection to_address to_station create_date valid_until time_to_send tags unknown")
            .split(" "));

    @RegisterExtension
    static final TestApi api = new TestApi("SMS_HTTP_REDIRECT_HOSTS", "example.com");

    private static SeenLog log;

    @BeforeAll
    static void watch() {
        log = SeenLog.attach();
    }

    @AfterAll
    static void unwatch() {
        log.close();
    }

    @ParameterizedTest
    @MethodSource("org.caravansms.gateway.Hostile#values")
    void textShouldArriveOctetForOctetAndComeBackAsItWas(String hostile) throws Exception {
        for (String format : List.of("xml", "html", "urlencoded", "json")) {
            HttpAnswer answer = api.send("messagecount=1&recipient0=111222&messagedata0=" + TestApi.encoded(hostile)
                    + "&responseformat=" + format);
            Hostile.assertHarmless(answer);
            assertTrue(answer.text().contains("Message"), answer.text());
        }
        assertEcho(hostile, api.send("recipient=111222&messagedata=" + TestApi.encoded(hostile)));
        JsonNode reply =
                TestApi.json(api.sendmsg("{\"messages\":[{\"to_address\":\"111222\",\"text\":%s,\"to_station\":%s}]}"
                        .formatted(TestApi.quoted(hostile), TestApi.quoted(hostile))));
        JsonNode message = reply.get("data").get("messages").get(0);
        assertEquals(hostile, message.get("text").textValue());
        assertEquals(hostile, message.get("to_station").textValue());
        assertEquals(Set.of(hostile), new TreeSet<>(api.texts(6)));
        assertUnlogged(hostile);
    }

    @ParameterizedTest
    @MethodSource("org.caravansms.gateway.Hostile#values")
    void everyOtherParameterShouldBeDataToo(String hostile) throws Exception {
        for (String field : FIELDS) {
            for (String format : List.of("xml", "html", "json")) {
                String value = TestApi.encoded(hostile);
                Hostile.assertHarmless(api.form(field + "=" + value + "&action=sendmessage&" + TestApi.LOGIN
                        + "&messagecount=1&recipient0=111222&messagedata0=x&" + field + "0=" + value
                        + "&responseformat=" + format));
                Hostile.assertHarmless(api.get("/api?" + value + "=x&" + field + "=" + value + "&action=sendmessage&"
                        + TestApi.LOGIN + "&recipient=111222&messagedata=x&responseformat=" + format));
            }
        }
        assertUnlogged(hostile);
        assertOnlyToThem();
    }

    @ParameterizedTest
    @MethodSource("org.caravansms.gateway.Hostile#values")
    void everyKeyOfTheJsonApiShouldBeDataToo(String hostile) throws Exception {
        for (String key : KEYS) {
            HttpAnswer answer = api.sendmsg("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"x\",\"%s\":%s}],%s:1}"
                    .formatted(key, TestApi.quoted(hostile), TestApi.quoted(hostile)));
            Hostile.assertHarmless(answer);
            JsonNode data = TestApi.json(answer).get("data");
            assertEquals(1, data.get("total_count").intValue(), answer.text());
            if (List.of("message_id", "from_connection", "from_station", "to_connection")
                    .contains(key)) {
                assertEquals(hostile, data.get("messages").get(0).get(key).textValue());
            }
        }
        assertUnlogged(hostile);
        assertOnlyToThem();
    }

    @ParameterizedTest
    @MethodSource("org.caravansms.gateway.Hostile#values")
    void loginShouldBeDataToo(String hostile) throws Exception {
        String value = TestApi.encoded(hostile);
        HttpAnswer answer = api.form("action=sendmessage&username=" + value + "&password=" + value);
        Hostile.assertHarmless(answer);
        assertEquals(List.of("1157"), Xml.values(answer.text(), "errorcode"), answer.text());
        assertUnlogged(hostile);
    }

    private static void assertOnlyToThem() {
        assertEquals(
                Set.of("111222"),
                new TreeSet<>(api.arrived(1).stream()
                        .map(submit -> submit.destination().addr())
                        .toList()));
    }

    private static void assertEcho(String hostile, HttpAnswer answer) throws Exception {
        String echo =
                Hostile.xml(answer).getElementsByTagName("messagedata").item(0).getTextContent();
        assertEquals(hostile.replace('\u0000', '\uFFFD'), echo);
    }

    private static void assertUnlogged(String hostile) throws IOException {
        assertEquals(List.of(), log.linesWith(hostile));
    }
}
