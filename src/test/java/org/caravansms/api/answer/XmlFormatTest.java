package org.caravansms.api.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The octets of an XML answer: clients search them as a text. */
class XmlFormatTest {

    @Test
    void answerShouldBeIndentedAndEmptyElementsOneTag() throws IOException {
        assertEquals("""
                <?xml version="1.0" encoding="utf-8"?>
                <response>
                  <action>sendmessage</action>
                  <data>
                    <statuscode0>0</statuscode0>
                    <serviceprovider0/>
                  </data>
                </response>
                """, written(new XmlChildren().with("statuscode0", "0").with("serviceprovider0", "")));
    }

    @Test
    void textShouldBeEscaped() throws IOException {
        assertEquals(
                "a &amp; &lt;b&gt; \" ' &#13;\n\t é 😀 \uFFFD",
                content(written(new XmlChildren().with("x", "a & <b> \" ' \r\n\t é 😀 \u0001"))));
    }

    @Test
    void attributesShouldBeEscaped() throws IOException {
        XmlChildren tags = XmlChildren.list("x", List.of(Map.of("name", "a & <b> \" ' \r\n")));
        assertEquals(
                "<x name=\"a &amp; &lt;b&gt; &quot; ' &#13;&#10;\"/>",
                written(tags).lines().toList().get(4).strip());
    }

    @Test
    void longAnswerShouldBeWhole() throws IOException {
        XmlChildren many = XmlChildren.list("x", List.of("y".repeat(5_000), "z".repeat(5_000), "end"));
        assertEquals(5_000, written(many).chars().filter(c -> c == 'z').count());
    }

    private static String content(String xml) {
        return xml.substring(xml.indexOf("<x>") + 3, xml.indexOf("</x>"));
    }

    private static String written(XmlChildren data) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new XmlFormat().marshal(null, new XmlResponse("sendmessage", data), octets);
        return octets.toString(StandardCharsets.UTF_8);
    }
}
