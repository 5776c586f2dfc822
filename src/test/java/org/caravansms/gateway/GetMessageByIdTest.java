package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import org.caravansms.store.StoreUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client hears of one of its messages, octet for octet in each format. */
class GetMessageByIdTest {

    private static final String ASK = "action=getmessagebyid&msgID=" + StoredSamples.ID;

    @RegisterExtension
    static final TestApi api = new TestApi(new StandInStore());

    @BeforeEach
    void clear() {
        api.store().clear();
    }

    @Test
    void xmlShouldBeTheVendors() throws IOException {
        api.store().add(StoredSamples.delivered("admin", "Hello <World>"));
        HttpAnswer answer = api.ask(ASK);
        assertEquals("application/xml; charset=utf-8", answer.header("Content-Type"));
        assertEquals("""
                <?xml version="1.0" encoding="utf-8"?>
                <response>
                  <action>getMsgInfoByID</action>
                  <data>
                    <messageid>0f8fad5b-d9cb-469f-a165-70867728950e</messageid>
                    <originator>Caravan</originator>
                    <recipient>+36201234567</recipient>
                    <folder>SENT</folder>
                    <senttime>2026.01.02. 03:04:06</senttime>
                    <receivedtime>2026.01.02. 03:04:07</receivedtime>
                    <creationtime>2026.01.02. 03:04:05</creationtime>
                    <callbackid/>
                    <state>10</state>
                    <operatornames>
                      <operatorname>second</operatorname>
                    </operatornames>
                    <routes>
                      <route>first</route>
                      <route>second</route>
                    </routes>
                    <optionalfields>
                      <optionalfield name="30" value="613100"/>
                      <optionalfield name="30" value="5A2D3200"/>
                    </optionalfields>
                    <messagetype>SMS:TEXT</messagetype>
                    <messagedata>Hello &lt;World&gt;</messagedata>
                  </data>
                </response>
                """, answer.text());
    }

    @Test
    void xmlShouldHaveEmptyElementsForWhatIsNotKnownYet() throws IOException {
        api.store().add(StoredSamples.accepted("admin", "x"));
        String answer = api.ask(ASK).text();
        assertTrue(answer.contains("""
                    <folder>OUTBOX</folder>
                    <senttime/>
                    <receivedtime/>
                    <creationtime>2026.01.02. 03:04:05</creationtime>
                    <callbackid/>
                    <state>2</state>
                    <operatornames/>
                    <routes/>
                    <optionalfields/>
                    <messagetype>SMS:TEXT</messagetype>
                """), answer);
    }

    @Test
    void jsonShouldHaveTheNamesOfTheXml() throws IOException {
        api.store().add(StoredSamples.delivered("admin", "a\"b"));
        assertEquals(
                "{\"action\":\"getMsgInfoByID\",\"data\":{\"messageid\":\"" + StoredSamples.ID
                        + "\",\"originator\":\"Caravan\",\"recipient\":\"+36201234567\",\"folder\":\"SENT\","
                        + "\"senttime\":\"2026.01.02. 03:04:06\",\"receivedtime\":\"2026.01.02. 03:04:07\","
                        + "\"creationtime\":\"2026.01.02. 03:04:05\",\"callbackid\":\"\",\"state\":10,"
                        + "\"operatornames\":[\"second\"],\"routes\":[\"first\",\"second\"],\"optionalfields\":"
                        + "[{\"name\":\"30\",\"value\":\"613100\"},{\"name\":\"30\",\"value\":\"5A2D3200\"}],"
                        + "\"messagetype\":\"SMS:TEXT\",\"messagedata\":\"a\\\"b\"}}",
                api.ask(ASK + "&responseformat=json").text());
        assertEquals(
                Set.of(),
                OpenApiSchema.at("/components/schemas/MessageDetails")
                        .errors(TestApi.json(api.ask(ASK + "&responseformat=json"))));
    }

    @Test
    void htmlShouldHaveALineForEachAndBeEscaped() throws IOException {
        api.store().add(StoredSamples.delivered("admin", "<script>alert(1)</script>"));
        assertEquals("""
                Message ID: 0f8fad5b-d9cb-469f-a165-70867728950e<br>
                Originator: Caravan<br>
                Recipient: +36201234567<br>
                Folder: SENT<br>
                Sent time: 2026.01.02. 03:04:06<br>
                Received time: 2026.01.02. 03:04:07<br>
                Creation time: 2026.01.02. 03:04:05<br>
                Callback ID: <br>
                State: 10<br>
                Operator name: second<br>
                Route: first<br>
                Route: second<br>
                Optional field 30: 613100<br>
                Optional field 30: 5A2D3200<br>
                Message type: SMS:TEXT<br>
                Message data: &lt;script&gt;alert(1)&lt;/script&gt;<br>
                <br>
                """, api.ask(ASK + "&responseformat=html").text());
    }

    @Test
    void urlencodedShouldBeFlatKeys() throws IOException {
        api.store().add(StoredSamples.delivered("admin", "a&b=c"));
        assertEquals(
                "action=getMsgInfoByID&messageid=" + StoredSamples.ID
                        + "&originator=Caravan&recipient=%2B36201234567&folder=SENT"
                        + "&senttime=2026.01.02.+03%3A04%3A06&receivedtime=2026.01.02.+03%3A04%3A07"
                        + "&creationtime=2026.01.02.+03%3A04%3A05&callbackid=&state=10"
                        + "&operatornames.operatorname0=second&routes.route0=first&routes.route1=second"
                        + "&optionalfields.optionalfield0.name=30&optionalfields.optionalfield0.value=613100"
                        + "&optionalfields.optionalfield1.name=30&optionalfields.optionalfield1.value=5A2D3200"
                        + "&messagetype=SMS%3ATEXT&messagedata=a%26b%3Dc",
                api.ask(ASK + "&responseformat=urlencoded").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=getmessagebyid&msgID=",
                "ACTION=GetMessageByID&MSGID=",
                "action=getMessageById&msgid=",
                "action=getmessagebyid&messageid="
            })
    void namesShouldBeTakenInAnyCase(String question) throws IOException {
        api.store().add(StoredSamples.accepted("admin", "x"));
        String query = question + StoredSamples.ID;
        assertEquals(
                "getMsgInfoByID", Xml.values(api.ask(query).text(), "action").get(0));
        assertEquals(
                "getMsgInfoByID",
                Xml.values(api.form(TestApi.LOGIN + "&" + query).text(), "action")
                        .get(0));
    }

    @Test
    void messageOfAnotherUserShouldBeAsUnknownAsOneThatThereIsNot() throws IOException {
        api.store().add(StoredSamples.delivered("somebody", "secret"));
        String answer = api.ask(ASK).text();
        assertEquals("27", Xml.values(answer, "errorcode").get(0), answer);
        assertFalse(answer.contains("secret"));
        assertEquals(answer, api.ask("action=getmessagebyid&msgID=none").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                    | 2",
                "&msgID=                               | 2",
                "&msgID=%27%20or%201%3D1               | 27",
                "&msgID=%00                            | 27",
                "&msgID=${body}                        | 27",
                "&msgID=%3Cscript%3E                   | 27",
                "&msgID=null                           | 27"
            })
    void idThatIsNoneShouldBeRefused(String id, int code) throws IOException {
        String answer = api.ask("action=getmessagebyid" + id).text();
        assertEquals(Integer.toString(code), Xml.values(answer, "errorcode").get(0), answer);
        assertFalse(answer.contains("script"), answer);
    }

    @Test
    void loginShouldBeNeeded() throws IOException {
        api.store().add(StoredSamples.delivered("admin", "secret"));
        String answer = api.get("/api?" + ASK + "&username=admin&password=x").text();
        assertEquals("1157", Xml.values(answer, "errorcode").get(0), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html", "urlencoded"})
    void errorShouldComeInTheFormatAskedFor(String format) throws IOException {
        String answer = api.ask(ASK + "&responseformat=" + format).text();
        assertTrue(answer.contains("27"), answer);
        assertFalse(answer.contains("<response>"), answer);
    }

    @Test
    void storeThatIsDownShouldBeToldAndNothingOfWhy() throws IOException {
        api.store().before(() -> {
            throw new StoreUnavailableException("jdbc:postgresql://db.example password=secret", null);
        });
        String answer = api.ask(ASK).text();
        assertEquals("26", Xml.values(answer, "errorcode").get(0), answer);
        assertFalse(answer.contains("secret"), answer);
    }

    @Test
    void charactersThatAFormatCannotCarryShouldBeReplacedThere() throws IOException {
        api.store().add(StoredSamples.accepted("admin", "a\u0001\ud800b"));
        assertEquals(
                "a\ufffd\ufffdb", Xml.values(api.ask(ASK).text(), "messagedata").get(0));
        JsonNode json = TestApi.json(api.ask(ASK + "&responseformat=json"));
        assertEquals("a\u0001\ufffdb", json.at("/data/messagedata").textValue());
    }
}
