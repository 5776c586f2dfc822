package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charset of a form: UTF-8, or what {@code _charset_} says, wherever it stands. */
class CharsetTest {

    /** "árvíztűrő" in ISO-8859-2; in ISO-8859-1 two of its characters would be others. */
    private static final String LATIN_2 = "%E1rv%EDzt%FBr%F5";

    @RegisterExtension
    static final Api api = new Api();

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
                "/api?_charset_=iso-8859-2&action=sendmessage&" + Api.LOGIN,
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

    @Test
    void octetsThatAreNotInTheCharsetShouldBeAnErrorThatNamesTheParameter() throws IOException {
        String answer = api.send("messagecount=1&recipient0=111222&messagedata0=" + LATIN_2)
                .text();
        assertEquals(List.of("5"), Xml.values(answer, "errorcode"), answer);
        assertEquals(List.of("messagedata0 is not in the encoding UTF-8."), Xml.values(answer, "errormessage"));
    }
}
