package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Values that some interpreter or other would act on, and how an answer looks that did not. */
final class Hostile {

    private static final Set<String> HEADERS =
            Set.of("Date", "Cache-Control", "Content-Type", "Content-Length", "Content-Security-Policy", "Connection");

    private static final String VALUES = """
            ${exchangeProperty.x}
            ${bean:users?method=get}
            ${body}
            {{sms.data-dir}}
            {{#body}}x{{/body}}
            %0d%0aX-Evil: 1
            \\r\\nX-Evil: 1\\r\\n\\r\\n
            a\\rX-Evil: 1
            a\\nX-Evil: 1
            <script>alert(1)</script>
            ' OR 1=1 --
            "><img src=x onerror=alert(1)>
            ]]>
            &xxe;
            <!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>
            ${jndi:ldap://127.0.0.1:1/a}
            RAW(x)
            a\\0b
            a\u202Eb
            """;

    private Hostile() {}

    static Stream<String> values() {
        return Stream.concat(VALUES.lines().map(String::translateEscapes), Stream.of("a\u2028b"));
    }

    /** No header, no markup and no entity of theirs; what a parser is to read can be parsed. */
    static void assertHarmless(HttpAnswer answer) throws Exception {
        assertEquals(200, answer.status(), answer.head());
        assertTrue(HEADERS.containsAll(answer.headerNames()), answer.head());
        switch (answer.header("Content-Type").replaceAll(";.*", "")) {
            case "application/xml" -> assertFalse(text(xml(answer)).contains("root:"), answer.text());
            case "application/json" -> assertTrue(TestApi.json(answer).isObject());
            case "text/html" -> assertPlain(answer.text());
            default -> assertTrue(answer.text().matches("[\\w.=&%+*-]*"), answer.text());
        }
    }

    private static void assertPlain(String html) {
        assertTrue(html.replaceAll("<br>|</?a( href=\"[^\"<>]*\")?>", "").matches("[^<>\"]*"), html);
    }

    static Document xml(HttpAnswer answer) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.octets()));
    }

    private static String text(Document document) {
        return document.getDocumentElement().getTextContent();
    }
}
