package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.caravansms.gateway.HttpAnswer;
import org.caravansms.gateway.TestApi;
import org.caravansms.gateway.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request's parameters are found, whatever path, case and place they come in. */
class ParametersTest {

    private static final String ONE = "recipient=111222&messagedata=";

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @Test
    void namesAndTheActionShouldBeReadInAnyCase() throws IOException {
        assertAccepted(
                api.form("Action=SendMessage&UserName=admin&PASSWORD=abc123&Recipient=111222&messageData=in+any+case"));
        assertAccepted(api.form(
                "ACTION=SENDMESSAGE&MessageCount=1&" + TestApi.LOGIN + "&RECIPIENT0=111222&messageData0=indexed"));
        assertEquals(List.of("in any case", "indexed"), api.texts(2));
    }

    @Test
    void valuesShouldKeepTheirCase() throws IOException {
        assertAccepted(api.send("originator=AbC&" + ONE + "AbC"));
        assertEquals(List.of("AbC"), api.texts(1));
        assertEquals("AbC", api.arrived(1).get(0).source().addr());
        assertError(1157, api.form("action=sendmessage&username=Admin&password=abc123&" + ONE + "x"));
        assertError(1157, api.form("action=sendmessage&username=admin&password=ABC123&" + ONE + "x"));
    }

    @Test
    void recepientShouldBeTheRecipient() throws IOException {
        assertAccepted(api.send("recepient=111222&messagedata=single"));
        assertAccepted(api.send("messagecount=1&recepient0=111333&messagedata0=indexed"));
        assertEquals(List.of("indexed", "single"), api.texts(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api", "/api/", "/httpapi", "/httpapi/", "/ozeki", "/ozeki/", "/", "/API", "/HttpApi/", "/Ozeki"
            })
    void everyPathShouldServeGetAndPost(String path) throws IOException {
        assertAccepted(api.get(path + "?action=sendmessage&" + TestApi.LOGIN + "&" + ONE + "got"));
        assertAccepted(api.post(
                path,
                "application/x-www-form-urlencoded",
                "action=sendmessage&" + TestApi.LOGIN + "&" + ONE + "posted"));
        assertEquals(List.of("got", "posted"), api.texts(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apis", "/api/x", "/APIS", "/index.html"})
    void otherPathsShouldLeadNowhere(String path) throws IOException {
        HttpAnswer answer = api.get(path + "?action=sendmessage&" + TestApi.LOGIN + "&" + ONE + "x");
        assertEquals(404, answer.status());
        assertError(12, answer);
        assertNothingSent();
    }

    @Test
    void queryAndBodyShouldBeMergedAndTheBodyWin() throws IOException {
        assertAccepted(api.post(
                "/api?action=sendmessage&username=admin&password=wrong&messagedata=query&recipient=111222",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "password=abc123&messagedata=body"));
        assertEquals(List.of("body"), api.texts(1));
    }

    @Test
    void firstOfTwoShouldCount() throws IOException {
        assertAccepted(api.send(ONE + "first&messagedata=second&MessageData=third"));
        assertAccepted(api.get("/api?action=sendmessage&" + TestApi.LOGIN + "&" + ONE + "one&messagedata=two"));
        assertEquals(List.of("first", "one"), api.texts(2));
    }

    @Test
    void firstCountShouldCount() throws IOException {
        HttpAnswer answer = api.send("messagecount=1&messagecount=2&recipient0=111222&messagedata0=first"
                + "&recipient1=111222&messagedata1=second");
        assertEquals(List.of("0"), Xml.values(answer.text(), "statuscode\\d"));
        assertEquals(List.of("first"), api.texts(1));
    }

    @Test
    void whiteSpaceAroundClosedValuesShouldMeanNothing() throws IOException {
        HttpAnswer answer = api.post(
                "/api?action=+sendmessage%20&" + TestApi.LOGIN,
                "application/x-www-form-urlencoded",
                "_charset_=%20utf-8&messagecount=%201%0D%0A&recipient0=%20111222%C2%A0&originator0=+Acme+"
                        + "&messagetype0=%EF%BB%BFSMS:TEXT:UCS2+&serviceprovider0=sandbox%09&vp0=+2040.01.02.+03:04:05+"
                        + "&sendondate0=+&reporturl0=%20https://example.org/&priority0=1+&dest_addr_ton0=+1"
                        + "&extended=1+&maxresponse=+5&continueurl=+https://example.org/+&redirecturl=+"
                        + "&responseformat=%20xml&messagedata0=+kept%20\r\n");
        assertAccepted(answer);
        assertEquals(List.of("sandbox"), Xml.values(answer.text(), "serviceprovider0"));
        assertEquals(List.of("https://example.org/"), Xml.values(answer.text(), "continueurl"));
        assertEquals(List.of("1"), Xml.values(answer.text(), "segments0"));
        assertEquals(List.of(" kept "), api.texts(1));
        assertEquals("Acme", api.arrived(1).get(0).source().addr());
        assertEquals(8, api.arrived(1).get(0).dataCoding());
        assertEquals(1, api.arrived(1).get(0).destination().ton());
    }

    @Test
    void blankOriginatorShouldBeNone() throws IOException {
        String answer = api.send("originator=+%C2%A0%EF%BB%BF&" + ONE + "x").text();
        assertEquals(List.of("+44777888"), Xml.values(answer, "originator"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20html", "html%0A", "+HTML", "%EF%BB%BFhtml"})
    void formatShouldBeReadWithoutTheBlanksAroundIt(String format) throws IOException {
        HttpAnswer answer = api.send("responseformat=" + format + "&" + ONE + "x");
        assertTrue(answer.text().startsWith("Status code: 0<br>"), answer.text());
    }

    @Test
    void olderNamesShouldBeKnownOnTheOlderPath() throws IOException {
        String older =
                "action=sendMessage&login=admin&password=abc123&sender=Acme&recepient=+36201234567&messageData=old";
        assertAccepted(api.get("/ozeki?" + older));
        assertEquals("Acme", api.arrived(1).get(0).source().addr());
        assertError(1157, api.get("/api?" + older));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest?action=sendmsg", "rest%3Faction%3Dsendmsg", "REST?Action=SendMsg"})
    void actionBehindAnotherOneShouldBeTheAction(String action) throws IOException {
        HttpAnswer answer = api.post(
                "/api?action=" + action,
                "application/json",
                "{\"messages\":[{\"to_address\":\"111222\",\"text\":\"rest\"}]}",
                TestApi.basic("admin", "abc123"));
        assertEquals("SUCCESS", TestApi.json(answer).get("response_code").asText());
        assertEquals(List.of("rest"), api.texts(1));
        HttpAnswer refused = api.post("/api?action=" + action, "text/plain", "{}");
        assertEquals(
                "INVALID_REQUEST", TestApi.json(refused).get("response_code").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/", "/ozeki/", "/API"})
    void headShouldSendNothing(String path) throws IOException {
        HttpAnswer answer = HttpAnswer.to(
                api.port(),
                "HEAD " + path + "?action=sendmessage&" + TestApi.LOGIN + "&" + ONE
                        + "head HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertEquals(200, answer.status());
        assertEquals("", answer.text());
        assertNothingSent();
    }

    @Test
    void noOtherOriginShouldBeAllowedUnlessItIsSet() throws IOException {
        HttpAnswer answer = HttpAnswer.to(
                api.port(),
                "OPTIONS /api HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: http://localhost:3000\r\n"
                        + "Access-Control-Request-Method: POST\r\n\r\n");
        assertEquals(405, answer.status());
        assertTrue(!answer.head().contains("Access-Control"), answer.head());
    }

    @Test
    void unknownParametersShouldBeIgnored() throws IOException {
        assertAccepted(api.send("foo=bar&flash=&=&x%00y=1&" + ONE + "known"));
        assertEquals(List.of("known"), api.texts(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2, username=admin&password=abc123&recipient=111222&messagedata=x",
        "2, action=&username=admin&password=abc123&recipient=111222&messagedata=x",
        "3, action=send&username=admin&password=abc123&recipient=111222&messagedata=x",
        "1157, action=sendmessage&password=abc123&recipient=111222&messagedata=x",
        "1157, action=sendmessage&username=admin&recipient=111222&messagedata=x",
        "2, action=sendmessage&username=admin&password=abc123&messagedata=x",
        "2, action=sendmessage&username=admin&password=abc123&recipient=111222",
        "2, action=sendmessage&username=admin&password=abc123&recipient0=111222&messagedata0=x"
    })
    void missingMandatoryParameterShouldBeRefused(int code, String form) throws IOException {
        assertError(code, api.form(form));
        assertNothingSent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "multipart/form-data; boundary=x", "multipart/form-data", "application/xml", ""})
    void bodyOfAnotherTypeShouldBeRefused(String contentType) throws IOException {
        HttpAnswer answer = api.post("/api", contentType, "action=sendmessage&" + TestApi.LOGIN + "&" + ONE + "x");
        assertError(5, answer);
        String what = contentType.isEmpty() ? "missing" : "wrong";
        assertTrue(answer.text().contains("The Content-Type is " + what + ": "), answer.text());
        assertNothingSent();
    }

    private static void assertAccepted(HttpAnswer answer) {
        assertEquals(List.of("0"), Xml.values(answer.text(), "statuscode0?"), answer.text());
    }

    private static void assertError(int code, HttpAnswer answer) {
        assertEquals(List.of(Integer.toString(code)), Xml.values(answer.text(), "errorcode"), answer.text());
        assertTrue(!answer.text().contains("acceptreport"), answer.text());
    }

    private static void assertNothingSent() throws IOException {
        assertAccepted(api.send(ONE + "after"));
        assertEquals(List.of("after"), api.texts(1));
    }
}
