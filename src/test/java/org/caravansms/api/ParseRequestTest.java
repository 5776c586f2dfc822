package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseRequestTest {

    private static final Client LOCAL = new Client("127.0.0.1", false, "");

    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ParseRequest parse = new ParseRequest(MAX_BODY_BYTES, 300_000);

    @Test
    void queryAndFormShouldBeMergedAndTheBodyWin() {
        assertEquals(Map.of("a", "form", "b", "query", "c", "form"), parse("a=query&b=query", "c=form&a=form"));
    }

    @Test
    void queryAloneShouldDo() {
        ApiRequest request = parse.parse(
                new RawRequest("GET", "/api", "a=1", "", new byte[0], new Client("192.0.2.1", false, ""), null));
        assertEquals(Map.of("a", "1"), request.parameters());
        assertEquals("192.0.2.1", request.client().address());
    }

    @Test
    void nothingShouldBeNoParameters() {
        assertEquals(Map.of(), parse("", ""));
    }

    @Test
    void firstOfTwoShouldCount() {
        assertEquals(Map.of("a", "1", "b", "1"), parse("b=1&b=2", "a=1&A=2&a=3"));
    }

    @Test
    void namesShouldBeReadInAnyCaseAndValuesAsTheyAre() {
        assertEquals(
                Map.of("action", "SendMessage", "messagedata0", "Hello"),
                parse("ACTION=SendMessage", "messageData0=Hello"));
    }

    @ParameterizedTest
    @CsvSource({
        "a=Hello+World, Hello World",
        "a=%2B36+1, +36 1",
        "a=%C3%A1rv%c3%adz, árvíz",
        "a=%E2%82%AC%F0%9F%98%80, €\uD83D\uDE00",
        "a=x%3Dy%26z, x=y&z",
        "a=x=y, x=y",
        "a=%0D%0A, '\r\n'",
        "a=, ''",
        "a, ''"
    })
    void valueShouldBeDecoded(String parameters, String value) {
        assertEquals(Map.of("a", value), parse("", parameters));
        assertEquals(Map.of("a", value), parse(parameters, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%G0", "100%", "%u0411", "%%%", "%\u00E9"})
    void percentWithoutTwoDigitsShouldStay(String value) {
        String octets = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(Map.of("a", value, "b", "1"), parse("", "a=" + octets + "&b=1"));
        assertEquals(Map.of("a", value, "b", "1"), parse("b=1&a=" + octets, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00EF\u00BB\u00BFa=1&b=2", "%EF%BB%BFa=1&b=2", "a=1&b=2\n", "a=1&b=2\r\n", "&a=1&&\nb=2&"})
    void whatAFileHasAroundAFormShouldBeNoneOfIt(String form) {
        assertEquals(Map.of("a", "1", "b", "2"), parse("", form));
    }

    @Test
    void lineBreakThatIsEncodedShouldStay() {
        assertEquals(Map.of("a", "1\r\n"), parse("", "a=1%0D%0A\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "recipient=+36201, +36201",
        "recipient=%2B36201, +36201",
        "recipient=%2036201, ' 36201'",
        "recipient=+06201, ' 06201'",
        "'recipient=20123456,%2030123456', '20123456, 30123456'",
        "'recipient=20123456,%20+30123456', '20123456, +30123456'",
        "'recipient=+36201,+36202;+36203', '+36201,+36202;+36203'",
        "recipient12=+36201+2345, +36201 2345",
        "recepient0=+36201, +36201",
        "originator=++36201, ' +36201'",
        "originator3=My+2nd+Shop, My 2nd Shop",
        "messagedata=+36201, ' 36201'"
    })
    void plusThatNobodyEncodedShouldStayWhereANumberBegins(String form, String value) {
        assertEquals(Map.of(form.substring(0, form.indexOf('=')), value), parse("", form));
        assertEquals(Map.of(form.substring(0, form.indexOf('=')), value), parse(form, ""));
    }

    @Test
    void olderNamesShouldBeKnownOnTheirPathOnly() {
        String form = "login=a&Sender=b&sender10=c&senders=d";
        assertEquals(
                Map.of("username", "a", "originator", "b", "originator10", "c", "senders", "d"), at("/Ozeki/", form));
        assertEquals(Map.of("login", "a", "sender", "b", "sender10", "c", "senders", "d"), at("/api", form));
    }

    private Map<String, String> at(String path, String query) {
        return parse.parse(new RawRequest("GET", path, query, "", new byte[0], LOCAL, null))
                .parameters();
    }

    @ParameterizedTest
    @CsvSource({"'', missing", "text/plain, wrong", "application/jsonp, wrong", "multipart/form-data; boundary=x, wrong"
    })
    void bodyThatIsNeitherAFormNorJsonShouldBeRefused(String contentType, String what) {
        assertRefused(
                Fault.INVALID_REQUEST,
                "The Content-Type is " + what
                        + ": that of a body is application/x-www-form-urlencoded or application/json.",
                request("", contentType, "a=1"));
    }

    @Test
    void formUnderTheTypeOfJsonShouldBeToldSo() {
        assertRefused(
                Fault.MISSING_PARAMETER,
                "Missing parameter: action. With the Content-Type application/json it is read from the query only.",
                request("", "application/json", "action=sendmessage&username=a"));
    }

    @Test
    void jsonShouldStayAsItIs() {
        ApiRequest request = parse.parse(request("action=sendmsg", "Application/JSON; charset=utf-8", "{\"a\":1}"));
        assertEquals(Map.of("action", "sendmsg"), request.parameters());
        assertEquals("{\"a\":1}", new String(request.document(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded; charset=UTF-8", "Application/X-WWW-Form-URLEncoded;charset=x"
            })
    void formShouldBeKnownWithACharsetAndInAnyCase(String contentType) {
        assertEquals(
                Map.of("a", "1"), parse.parse(request("", contentType, "a=1")).parameters());
    }

    @Test
    void bodyOverTheLimitShouldBeRefused() {
        ParseRequest small = new ParseRequest(10, 10);
        assertEquals(
                "12345678",
                small.parse(request("", FORM, "a=12345678")).parameters().get("a"));
        ApiException refusal = assertThrows(ApiException.class, () -> small.parse(request("", FORM, "a=123456789")));
        assertEquals(Fault.REQUEST_TOO_LARGE, refusal.fault());
        assertEquals("The request's body is larger than 10 bytes.", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 100_000})
    void numberOfParametersShouldNotBeLimited(int count) {
        String form = IntStream.range(0, count)
                .mapToObj(i -> "messagedata" + i + "=text+" + i)
                .collect(Collectors.joining("&"));
        Map<String, String> parameters = parse("", form);
        assertEquals(count, parameters.size());
        assertEquals("text " + (count - 1), parameters.get("messagedata" + (count - 1)));
    }

    private Map<String, String> parse(String query, String form) {
        return parse.parse(request(query, FORM, form)).parameters();
    }

    private void assertRefused(Fault fault, String text, RawRequest request) {
        ApiException refusal = assertThrows(ApiException.class, () -> parse.parse(request));
        assertEquals(fault, refusal.fault());
        assertEquals(text, refusal.getMessage());
    }

    private static RawRequest request(String query, String contentType, String body) {
        return new RawRequest(
                "POST", "/api", query, contentType, body.getBytes(StandardCharsets.ISO_8859_1), LOCAL, null);
    }
}
