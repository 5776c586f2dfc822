package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.caravansms.gateway.HttpAnswer;
import org.caravansms.gateway.TestApi;
import org.caravansms.gateway.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer in each format, octet for octet but for the ids. */
class AnswerFormatsTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TWO =
            "messagecount=2&recipient0=%2B36201&messagedata0=%3Ca%3E%26b&recipient1=x%22y" + "&messagedata1=c";

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&responseformat=", "&responseformat=xml", "&responseformat=XML", "&responseformat=pdf"})
    void answerShouldBeXmlUnlessAnotherFormatIsKnown(String format) throws IOException {
        HttpAnswer answer = api.send("recipient=111222&messagedata=%3Ca%3E%26b" + format);
        assertEquals("application/xml; charset=utf-8", contentType(answer));
        assertEquals("""
                <?xml version="1.0" encoding="utf-8"?>
                <response>
                  <action>sendmessage</action>
                  <data>
                    <acceptreport>
                      <statuscode>0</statuscode>
                      <statusmessage>Message accepted for delivery</statusmessage>
                      <messageid>ID</messageid>
                      <originator>+44777888</originator>
                      <recipient>111222</recipient>
                      <messagetype>SMS:TEXT</messagetype>
                      <messagedata>&lt;a&gt;&amp;b</messagedata>
                      <serviceprovider/>
                    </acceptreport>
                  </data>
                </response>
                """, masked(answer));
    }

    @Test
    void htmlShouldHaveFourLinesAReportAndBeEscaped() throws IOException {
        HttpAnswer answer = api.send(TWO + "&responseformat=HTML");
        assertEquals("text/html; charset=utf-8", contentType(answer));
        assertEquals("no-cache, must-revalidate", answer.header("Cache-Control"));
        assertEquals("""
                Status code: 0<br>
                Status message: Message accepted for delivery<br>
                Message ID: ID<br>
                Recipient: +36201<br>
                <br>
                Status code: 1<br>
                Status message: Invalid recipient. recipient1 is not a number of 3 to 20 digits: it has &quot;x&quot; (U+0078), &quot;&quot;&quot; (U+0022), &quot;y&quot; (U+0079).<br>
                Message ID: <br>
                Recipient: x&quot;y<br>
                <br>
                """, masked(answer));
    }

    @Test
    void urlencodedShouldBeFlatKeys() throws IOException {
        HttpAnswer answer = api.send(TWO + "&responseformat=urlencoded");
        assertEquals("application/x-www-form-urlencoded", contentType(answer));
        assertEquals(
                "action=sendmessage&acceptreport0.statuscode0=0"
                        + "&acceptreport0.statusmessage0=Message+accepted+for+delivery&acceptreport0.messageid0=ID"
                        + "&acceptreport0.originator0=%2B44777888&acceptreport0.recipient=%2B36201"
                        + "&acceptreport0.messagetype0=SMS%3ATEXT&acceptreport0.messagedata0=%3Ca%3E%26b"
                        + "&acceptreport0.serviceprovider0=&acceptreport1.statuscode1=1"
                        + "&acceptreport1.statusmessage1=Invalid+recipient.+recipient1+is+not+a+number+of+3+to+20+digits"
                        + "%3A+it+has+%22x%22+%28U%2B0078%29%2C+%22%22%22+%28U%2B0022%29%2C+%22y%22+%28U%2B0079%29."
                        + "&acceptreport1.messageid1=&acceptreport1.originator1=&acceptreport1.recipient=x%22y"
                        + "&acceptreport1.messagetype1=SMS%3ATEXT&acceptreport1.messagedata1=c"
                        + "&acceptreport1.serviceprovider1=",
                masked(answer));
        String single = api.send("recipient=111222&messagedata=x&responseformat=urlencoded")
                .text();
        assertTrue(single.startsWith("action=sendmessage&acceptreport.statuscode=0&acceptreport.statusmessage="));
    }

    @Test
    void jsonShouldBeAListOfReports() throws IOException {
        HttpAnswer answer = api.send("messagecount=1&recipient0=111222&messagedata0=a%22b&responseformat=json");
        assertEquals("application/json; charset=utf-8", contentType(answer));
        assertEquals(
                "{\"action\":\"sendmessage\",\"data\":{\"acceptreports\":[{\"statuscode\":0,"
                        + "\"statusmessage\":\"Message accepted for delivery\",\"messageid\":\"ID\","
                        + "\"originator\":\"+44777888\",\"recipient\":\"111222\",\"messagetype\":\"SMS:TEXT\","
                        + "\"messagedata\":\"a\\\"b\",\"serviceprovider\":\"\"}]}}",
                masked(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xml        | <action>error</action>",
                "html       | Error code: 1157<br>\\nError message: Invalid username or password.<br>\\n",
                "urlencoded | action=error&errorcode=1157&errormessage=Invalid+username+or+password.",
                "json       | {\"action\":\"error\",\"data\":{\"errorcode\":1157,\"errormessage\":\"Invalid username or password.\"}}"
            })
    void errorShouldComeInTheFormatAskedFor(String format, String text) throws IOException {
        HttpAnswer answer =
                api.form("action=sendmessage&username=admin&password=x&recipient=1&responseformat=" + format);
        assertEquals(200, answer.status());
        assertTrue(answer.text().contains(text.replace("\\n", "\n")), answer.text());
        assertFalse(answer.text().contains("acceptreport"), answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messagecount=%ff", "messagedata=%ff", "_charset_=klingon", "maxresponse=x"})
    void unreadableRequestShouldBeRefusedInTheFormatAskedForToo(String broken) throws IOException {
        for (String form : new String[] {"responseformat=json&" + broken, broken + "&ResponseFormat=JSON"}) {
            HttpAnswer answer = api.send(form);
            assertEquals("application/json; charset=utf-8", contentType(answer), answer.text());
            assertEquals("error", TestApi.json(answer).get("action").textValue());
        }
    }

    @Test
    void xmlErrorShouldBeTheEnvelope() throws IOException {
        HttpAnswer answer = api.form("action=sendmessage&username=admin&password=x");
        assertEquals(200, answer.status());
        assertEquals("application/xml; charset=utf-8", contentType(answer));
        assertEquals("""
                <?xml version="1.0" encoding="utf-8"?>
                <response>
                  <action>error</action>
                  <data>
                    <errorcode>1157</errorcode>
                    <errormessage>Invalid username or password.</errormessage>
                  </data>
                </response>
                """, answer.text());
    }

    @Test
    void faultOfASingleMessageShouldBeTheRequests() throws IOException {
        String answer = api.send("recipient=abc&messagedata=x").text();
        assertEquals("1", Xml.values(answer, "errorcode").get(0), answer);
        assertTrue(Xml.values(answer, "errormessage").get(0).startsWith("Invalid recipient."), answer);
        assertFalse(answer.contains("acceptreport"), answer);
    }

    /** The blank before charset is the server's affair, RFC 9110 section 5.6.6. */
    private static String contentType(HttpAnswer answer) {
        return answer.header("Content-Type").replace(";charset", "; charset");
    }

    private static String masked(HttpAnswer answer) {
        return answer.text().replaceAll(UUID, "ID");
    }
}
