package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client hears of a folder, octet for octet in each format. */
class ReceiveMessageTest {

    private static final String ASK = "action=receivemessage";

    @RegisterExtension
    static final TestApi api = new TestApi(new StandInStore(), "SMS_HTTP_MAX_DOWNLOAD", "20");

    @BeforeEach
    void clear() {
        api.store().clear();
    }

    @Test
    void xmlShouldBeTheVendors() throws IOException {
        two();
        HttpAnswer answer = api.ask(ASK + "&folder=inbox&limit=2");
        assertEquals("application/xml; charset=utf-8", answer.header("Content-Type"));
        assertEquals("""
                <?xml version="1.0" encoding="utf-8"?>
                <response>
                  <action>receivemessage</action>
                  <data>
                    <message>
                      <messageid>a-1</messageid>
                      <originator>+36201234567</originator>
                      <recipient>+3670500</recipient>
                      <messagetype>SMS:TEXT</messagetype>
                      <messagedata>Hello &lt;World&gt;</messagedata>
                      <senttime>2026-02-03 04:05:06</senttime>
                      <receivedtime>2026-02-03 04:05:07</receivedtime>
                    </message>
                    <message>
                      <messageid>a-2</messageid>
                      <originator>+36201234567</originator>
                      <recipient>+3670500</recipient>
                      <messagetype>SMS:TEXT</messagetype>
                      <messagedata/>
                      <senttime>2026-02-03 04:05:06</senttime>
                      <receivedtime>2026-02-03 04:05:07</receivedtime>
                    </message>
                  </data>
                </response>
                """, answer.text());
    }

    @Test
    void emptyFolderShouldBeAnAnswerWithoutMessages() throws IOException {
        String answer = api.ask(ASK).text();
        assertTrue(answer.contains("  <action>receivemessage</action>\n  <data/>\n"), answer);
        assertEquals(
                "{\"action\":\"receivemessage\",\"data\":{\"messages\":[]}}",
                api.ask(ASK + "&responseformat=json").text());
        assertEquals("", api.ask(ASK + "&responseformat=html").text());
        assertEquals(
                "action=receivemessage",
                api.ask(ASK + "&responseformat=urlencoded").text());
    }

    @Test
    void jsonShouldBeAListOfMessages() throws IOException {
        add(Folder.INBOX, StoredSamples.received("a-1", "a\"b"));
        assertEquals(
                "{\"action\":\"receivemessage\",\"data\":{\"messages\":[{\"messageid\":\"a-1\","
                        + "\"originator\":\"+36201234567\",\"recipient\":\"+3670500\",\"messagetype\":\"SMS:TEXT\","
                        + "\"messagedata\":\"a\\\"b\",\"senttime\":\"2026-02-03 04:05:06\","
                        + "\"receivedtime\":\"2026-02-03 04:05:07\"}]}}",
                api.ask(ASK + "&responseformat=json").text());
        assertEquals(
                Set.of(),
                OpenApiSchema.at("/components/schemas/DownloadedMessages")
                        .errors(TestApi.json(api.ask(ASK + "&responseformat=json"))));
    }

    @Test
    void htmlShouldHaveSevenLinesAMessageAndBeEscaped() throws IOException {
        add(Folder.INBOX, StoredSamples.received("a-1", "<script>\"&"));
        add(Folder.INBOX, StoredSamples.received("a-2", "x"));
        String answer = api.ask(ASK + "&responseformat=html").text();
        assertTrue(answer.startsWith("""
                Message ID: a-1<br>
                Originator: +36201234567<br>
                Recipient: +3670500<br>
                Message type: SMS:TEXT<br>
                Message data: &lt;script&gt;&quot;&amp;<br>
                Sent time: 2026-02-03 04:05:06<br>
                Received time: 2026-02-03 04:05:07<br>
                <br>
                Message ID: a-2<br>
                """), answer);
        assertEquals(16, answer.lines().count());
    }

    @Test
    void urlencodedShouldCountTheMessages() throws IOException {
        two();
        assertEquals(
                "action=receivemessage&message0.messageid=a-1&message0.originator=%2B36201234567"
                        + "&message0.recipient=%2B3670500&message0.messagetype=SMS%3ATEXT"
                        + "&message0.messagedata=Hello+%3CWorld%3E&message0.senttime=2026-02-03+04%3A05%3A06"
                        + "&message0.receivedtime=2026-02-03+04%3A05%3A07&message1.messageid=a-2"
                        + "&message1.originator=%2B36201234567&message1.recipient=%2B3670500"
                        + "&message1.messagetype=SMS%3ATEXT&message1.messagedata="
                        + "&message1.senttime=2026-02-03+04%3A05%3A06&message1.receivedtime=2026-02-03+04%3A05%3A07",
                api.ask(ASK + "&responseformat=urlencoded").text());
    }

    @ParameterizedTest
    @EnumSource(Folder.class)
    void everyFolderShouldBeFoundByItsNameInAnyCase(Folder folder) throws IOException {
        add(folder, StoredSamples.received(folder.name(), "x"));
        assertEquals(List.of(folder.name()), ids("&folder=" + folder));
        assertEquals(List.of(folder.name()), ids("&Folder=" + folder.name()));
    }

    @Test
    void folderShouldBeTheInboxAndNobodyElses() throws IOException {
        add(Folder.INBOX, StoredSamples.received("mine", "x"));
        add(Folder.SENT, StoredSamples.received("sent", "x"));
        api.store().add("somebody", Folder.INBOX, StoredSamples.received("another's", "x"));
        assertEquals(List.of("mine"), ids(""));
    }

    @ParameterizedTest
    @CsvSource({"'', 20", "&limit=, 20", "&limit=1, 1", "&LIMIT=007, 7", "&limit=20, 20", "&limit=999999999, 20"})
    void limitShouldBeTheHighestUnlessALowerOneIsAskedFor(String limit, int count) throws IOException {
        IntStream.range(0, 30).forEach(i -> add(Folder.INBOX, StoredSamples.received("m" + i, "x")));
        List<String> ids = ids(limit);
        assertEquals(count, ids.size());
        assertEquals("m0", ids.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit=1e3",
                "limit=9999999999",
                "folder=spam",
                "folder=inbox%00",
                "afterdownload=burn"
            })
    void valueThatIsNoneShouldBeRefused(String wrong) throws IOException {
        add(Folder.INBOX, StoredSamples.received("a", "secret"));
        String answer = api.ask(ASK + "&" + wrong).text();
        assertEquals("10", Xml.values(answer, "errorcode").get(0), answer);
        assertTrue(Xml.values(answer, "errormessage").get(0).startsWith(wrong.replaceAll("=.*", "")), answer);
        assertFalse(answer.contains("secret"));
    }

    @Test
    void messageOfAHostileHandsetShouldBeHarmless() throws IOException {
        FolderItem item = new FolderItem(
                "h",
                "<b>&\u0000",
                "]]>",
                "SMS:TEXT",
                "\ud83d\udc2a \udc2a\u000b]]>&lt;!DOCTYPE\r\n",
                StoredSamples.at("2026-02-03T04:05:08"),
                null,
                StoredSamples.at("2026-02-03T04:05:07"),
                MessageState.DELIVERED,
                false,
                Ports.NONE);
        add(Folder.INBOX, item);
        JsonNode xml = AnswerTree.of("application/xml", api.ask(ASK).text()).at("/data/message");
        assertEquals("<b>&\ufffd", xml.get("originator").textValue());
        assertEquals("]]>", xml.get("recipient").textValue());
        assertEquals(
                "\ud83d\udc2a \ufffd\ufffd]]>&lt;!DOCTYPE\r\n",
                xml.get("messagedata").textValue());
        assertEquals("2026-02-03 04:05:07", xml.get("senttime").textValue());
        JsonNode json = TestApi.json(api.ask(ASK + "&responseformat=json"));
        assertEquals(
                "\ud83d\udc2a \ufffd\u000b]]>&lt;!DOCTYPE\r\n",
                json.at("/data/messages/0/messagedata").textValue());
        assertFalse(api.ask(ASK + "&responseformat=html").text().contains("<b>"));
    }

    private static void two() {
        add(Folder.INBOX, StoredSamples.received("a-1", "Hello <World>"));
        add(Folder.INBOX, StoredSamples.received("a-2", ""));
    }

    private static void add(Folder folder, FolderItem item) {
        api.store().add("admin", folder, item);
    }

    private static List<String> ids(String more) throws IOException {
        return Xml.values(api.ask(ASK + more).text(), "messageid");
    }
}
