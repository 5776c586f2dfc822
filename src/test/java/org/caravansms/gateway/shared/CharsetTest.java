package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.gateway.HttpAnswer;
import org.caravansms.gateway.TestApi;
import org.caravansms.gateway.Wire;
import org.caravansms.gateway.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charset of a form: UTF-8, or what {@code _charset_} says, wherever it stands. */
class CharsetTest {

    /** "árvíztűrő" in ISO-8859-2; in ISO-8859-1 two of its characters would be others. */
    private static final String LATIN_2 = "%E1rv%EDzt%FBr%F5";

    private static final String CLOSE = "Connection: close";

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_charset_=iso-8859-2&recipient=111222&messagedata=" + LATIN_2,
                "recipient=111222&messagedata=" + LATIN_2 + "&_charset_=ISO-8859-2",
                "messagecount=1&recipient0=111222&messagedata0=" + LATIN_2 + "&_Charset_=latin2",
            })
    void textShouldBeReadInTheCharsetNamed(String form) throws IOException {
        HttpAnswer answer = api.send(form);
        assertEquals(List.of("árvíztűrő"), Xml.values(answer.text(), "messagedata0?"), answer.text());
        assertEquals(List.of("árvíztűrő"), api.texts(1));
    }

    @Test
    void charsetInTheQueryShouldBeThatOfTheBodyToo() throws IOException {
        api.post(
                "/api?_charset_=iso-8859-2&action=sendmessage&" + TestApi.LOGIN,
                "application/x-www-form-urlencoded",
                "recipient=111222&messagedata=" + LATIN_2);
        assertEquals(List.of("árvíztűrő"), api.texts(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_charset_=&", "_charset_&", "_charset_=utf-8&"})
    void textShouldOtherwiseBeUtf8(String charset) throws IOException {
        api.send(charset + "recipient=111222&messagedata=%C3%A1rv%C3%ADz%F0%9F%90%AA");
        assertEquals(List.of("árvíz\uD83D\uDC2A"), api.texts(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "utf-8%00", "%24%7Bx%7D", "../x"})
    void unknownCharsetShouldBeAnError(String charset) throws IOException {
        String answer =
                api.send("recipient=111222&messagedata=x&_charset_=" + charset).text();
        assertEquals(List.of("10"), Xml.values(answer, "errorcode"), answer);
        assertEquals(
                List.of("_charset_ names no character set that is known here."), Xml.values(answer, "errormessage"));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, Привет",
        "utf-8, café€\uD83D\uDC2A",
        "iso-8859-2, árvíztűrő",
        "windows-1251, Привет",
        "Shift_JIS, ポテト能",
        "GB18030, 你好"
    })
    void sameOctetsShouldMeanTheSameHoweverTheyCome(String charset, String text) throws IOException {
        byte[] octets = text.getBytes(Charset.forName(charset));
        String raw = new String(octets, StandardCharsets.ISO_8859_1);
        String form = Wire.form("");
        assertText(text, wire(get(form + raw + "&_charset_=" + charset)));
        assertText(text, wire(get(form + percentEncoded(octets) + "&_charset_=" + charset)));
        assertText(text, wire(Wire.postOf(form + raw + "&_charset_=" + charset, CLOSE)));
        assertText(text, wire(Wire.postOf("_charset_=" + charset + "&" + form + percentEncoded(octets), CLOSE)));
        assertEquals(Collections.nCopies(4, text), api.texts(4));
    }

    @Test
    void idsThatAreNotEncodedShouldBeTheirOwn() throws IOException {
        for (String id : List.of("кл1", "ьы1")) {
            String answer = api.ask("action=sendmessage&recipient=111222&messagedata=" + id + "&messageid=" + id)
                    .text();
            assertEquals(List.of(id), Xml.values(answer, "messagedata"), answer);
        }
        assertEquals(List.of("кл1", "ьы1"), api.texts(2));
    }

    @Test
    void rawOctetsThatAreNotInTheCharsetShouldBeRefused() throws IOException {
        String answer = wire(get(Wire.form("caf\u00E9")));
        assertEquals(List.of("5"), Xml.values(answer, "statuscode0"), answer);
        assertEquals(List.of("messagedata0 is not in the encoding UTF-8."), Xml.values(answer, "statusmessage0"));
    }

    @Test
    void messageInAnotherCharsetShouldBeRefusedAlone() throws IOException {
        String answer = api.send("messagecount=4&recipient0=111222&messagedata0=" + LATIN_2
                        + "&recipient1=111222&messagedata1=good&recipient2=111222&messagedata2=x&originator2=%FF"
                        + "&recipient3=%FF&messagedata3=x&messagetype3=%FF")
                .text();
        assertEquals(List.of("5", "0", "5", "5"), Xml.values(answer, "statuscode\\d"), answer);
        assertEquals(
                List.of(
                        "messagedata0 is not in the encoding UTF-8.",
                        "originator2 is not in the encoding UTF-8.",
                        "recipient3 is not in the encoding UTF-8."),
                Xml.values(answer, "statusmessage[023]"));
        assertEquals(List.of("good"), api.texts(1));
    }

    @Test
    void whatIsIgnoredMayBeInAnyCharset() throws IOException {
        api.send("note=" + LATIN_2 + "&%E1=x&messagecount=1&recipient0=111222&messagedata0=good&messagedata1=" + LATIN_2
                + "&recipient=%FF&messagedata=%FF&button=100%");
        assertEquals(List.of("good"), api.texts(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messagecount", "username", "responseformat", "maxresponse"})
    void parameterOfTheRequestInAnotherCharsetShouldRefuseIt(String name) throws IOException {
        String answer = api.form(
                        name + "=%FF&action=sendmessage&" + TestApi.LOGIN + "&recipient0=111222&messagedata0=x")
                .text();
        assertEquals(List.of("5"), Xml.values(answer, "errorcode"), answer);
        assertEquals(List.of(name + " is not in the encoding UTF-8."), Xml.values(answer, "errormessage"));
    }

    @Test
    void textShouldBeginBehindItsByteOrderMark() throws IOException {
        api.send("recipient=111222&messagedata=%EF%BB%BFform");
        api.send("recipient=111222&messagedata=in+front%20");
        api.sendmsg("\uFEFF{\"messages\":[{\"to_address\":\"111222\",\"text\":\"\uFEFFjson\"}]}");
        assertEquals(List.of("form", "in front ", "json"), api.texts(3));
    }

    private static String get(String query) {
        return "GET /api?" + query + " HTTP/1.1\r\nHost: x\r\n" + CLOSE + "\r\n\r\n";
    }

    private static String percentEncoded(byte[] octets) {
        return "%" + HexFormat.ofDelimiter("%").formatHex(octets);
    }

    /** Each character is an octet. */
    private static String wire(String request) throws IOException {
        try (Wire wire = Wire.to(api.port())) {
            return wire.send(request).rest();
        }
    }

    private static void assertText(String text, String answer) {
        assertEquals(List.of(text), Xml.values(answer, "messagedata0"), answer);
    }
}
