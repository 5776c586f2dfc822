package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of an answer a client wants, and where its user goes from it. */
class AnswerOptionsTest {

    private static final String ONE = "recipient=%2B36201&messagedata=a+%26b&";
    private static final String URL = "http://example.com/?a=1&b=<2>";

    @RegisterExtension
    static final TestApi api = new TestApi("SMS_HTTP_REDIRECT_HOSTS", "example.com, Other.Example");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 3", "99, 3"})
    void reportsShouldBeCappedAndAllMessagesSent(String most, int reports) throws IOException {
        HttpAnswer answer = api.send("messagecount=3&recipient0=111&messagedata0=a&recipient1=111&messagedata1=b"
                + "&recipient2=111&messagedata2=c&maxresponse=" + most);
        assertEquals(reports, Xml.values(answer.text(), "statuscode\\d").size());
        assertEquals(List.of("a", "b", "c"), api.texts(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "1000000000"})
    void capThatIsNoneShouldBeRefused(String most) throws IOException {
        assertError("maxresponse is not a number from 0 to 999999999.", api.send(ONE + "maxresponse=" + most));
    }

    @Test
    void extendedAnswerShouldTellTheSizeAfterWhatIsDocumented() throws IOException {
        String xml = api.send("messagecount=1&recipient0=111222&messagedata0=%D0%96&extended=1")
                .text();
        assertTrue(
                xml.contains(
                        "<serviceprovider0/>\n      <segments0>1</segments0>\n      <encoding0>UCS2</encoding0>\n"),
                xml);
        assertTrue(api.send(ONE + "responseformat=json&extended=true")
                .text()
                .contains("\"serviceprovider\":\"\",\"segments\":1,\"encoding\":\"GSM7\"}"));
        assertTrue(api.send(ONE + "responseformat=urlencoded&extended=1&messagetype=SMS:BINARY&messagedata=x")
                .text()
                .startsWith("action=error"));
        assertFalse(api.send(ONE + "extended=0").text().contains("segments"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xml | <continueurl>http://example.com/?a=1&amp;b=&lt;2&gt;</continueurl>",
                "json | \"continueurl\":\"http://example.com/?a=1&b=<2>\"}}",
                "urlencoded | &continueurl=http%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D%3C2%3E",
            })
    void continueUrlShouldBeCarriedBehindTheReports(String format, String text) throws IOException {
        String answer = api.send(
                        ONE + "continueurl=" + TestApi.encoded(URL.replace("<2>", "2")) + "&responseformat=" + format)
                .text();
        assertTrue(answer.contains(text.replaceAll("<2>|&lt;2&gt;|%3C2%3E", "2")), answer);
        assertFalse(api.send(ONE + "responseformat=" + format).text().contains("continueurl"));
    }

    @Test
    void continueUrlShouldBeALinkInHtml() throws IOException {
        String answer = api.send(ONE + "responseformat=html&continueurl="
                        + TestApi.encoded("https://anywhere.example/?a=1&b='2'"))
                .text();
        assertTrue(
                answer.endsWith("<br>\n<br>\n<a href=\"https://anywhere.example/?a&#61;1&amp;b&#61;&#39;2&#39;\">"
                        + "Click here to continue</a>\n"),
                answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://example.com/%0aalert(1)",
                "data:text/html,x",
                "//example.com/",
                "/x",
                "http:example.com",
                "http://user@example.com/",
                "http://example.com/\r\nSet-Cookie: a=b",
                "http://$recipient/"
            })
    void urlThatIsNotOfTheWebShouldBeRefused(String url) throws IOException {
        assertError(
                "continueurl is not an http or https URL.",
                api.send(ONE + "responseformat=html&continueurl=" + TestApi.encoded(url)));
        assertError("redirecturl is not an http or https URL.", api.send(ONE + "redirecturl=" + TestApi.encoded(url)));
    }

    @Test
    void redirectShouldGoToTheExpandedTemplate() throws IOException {
        HttpAnswer answer = api.send(ONE + "redirecturl="
                + TestApi.encoded("https://EXAMPLE.com:8443/r?c=$statuscode&m=$statusmessage&i=$messageid&r=$recipient"
                        + "&o=$originator&t=$messagetype&d=$messagedata&x=$else"));
        assertEquals(302, answer.status());
        String location = answer.header("Location").replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
        assertEquals(
                "https://EXAMPLE.com:8443/r?c=0&m=Message+accepted+for+delivery&i=ID&r=%2B36201&o=%2B44777888"
                        + "&t=SMS%3ATEXT&d=a+%26b&x=$else",
                location);
        assertEquals(List.of("a &b"), api.texts(1));
    }

    /** A Location of 60 kB would be more than the server writes. */
    @Test
    void redirectThatWouldBeTooLongShouldGiveTheReports() throws IOException {
        HttpAnswer answer = api.send("recipient=%2B36201&messagedata=" + "%D0%9F".repeat(3000) + "&redirecturl="
                + TestApi.encoded("https://example.com/?d=$messagedata"));
        assertEquals(200, answer.status());
        assertEquals(List.of("0"), Xml.values(answer.text(), "statuscode"));
        assertNull(answer.header("Location"));
        api.arrived(45);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example/", "http://example.com.evil.example/", "http://127.0.0.1/", "http://x"})
    void redirectToAnotherHostShouldBeRefusedAndNothingSent(String url) throws IOException {
        assertError(
                "redirecturl names a host that this gateway does not redirect to; sms.http.redirect-hosts lists them.",
                api.send(ONE + "redirecturl=" + TestApi.encoded(url)));
        api.send("recipient=111222&messagedata=after");
        assertEquals(List.of("after"), api.texts(1));
    }

    @Test
    void refusedRequestShouldNotBeRedirected() throws IOException {
        HttpAnswer answer = api.send("recipient=abc&messagedata=x&redirecturl=http://other.example/");
        assertEquals(200, answer.status());
        assertNull(answer.header("Location"));
    }

    private static void assertError(String text, HttpAnswer answer) {
        assertTrue(answer.text().contains(text), answer.text());
        assertFalse(answer.text().contains("acceptreport") || answer.text().contains("href"), answer.text());
        assertNull(answer.header("Location"));
        assertNull(answer.header("Set-Cookie"));
    }
}
