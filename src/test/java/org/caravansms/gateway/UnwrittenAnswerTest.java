package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client hears whose messages are accepted when its answer cannot be written. */
class UnwrittenAnswerTest {

    private static final int PARTS = 7;

    /** Even a small answer goes by the disk. */
    @RegisterExtension
    static final TestApi api = new TestApi("CAMEL_MAIN_STREAM_CACHING_SPOOL_THRESHOLD", "1000");

    private static final String SEND = "recipient=111222&messagedata=" + "x".repeat(1000);

    @AfterEach
    void mendFolder() throws IOException {
        if (Files.isRegularFile(spool())) {
            Files.delete(spool());
            Files.createDirectory(spool());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "xml, <errorcode>28</errorcode>",
        "json, '\"errorcode\":28'",
        "urlencoded, errorcode=28",
    })
    void acceptedMessagesShouldNotLookRefused(String format, String code) throws IOException {
        breakFolder();
        HttpAnswer answer = api.send(SEND + "&responseformat=" + format);
        assertSaysAccepted(answer, code);
        assertEquals(PARTS, api.arrived(PARTS).size());
    }

    @Test
    void jsonApiShouldSayThatItsMessagesAreAccepted() throws IOException {
        breakFolder();
        assertSaysAccepted(
                api.sendmsg("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"" + "x".repeat(1000) + "\"}]}"),
                "\"response_code\":\"ACCEPTED_UNREPORTED\"");
        assertEquals(PARTS, api.arrived(PARTS).size());
    }

    @Test
    void repetitionShouldGiveTheReportsAndSendNothing() throws IOException {
        breakFolder();
        assertSaysAccepted(api.send(SEND + "&messageid=again"), "<errorcode>28</errorcode>");
        mendFolder();
        assertEquals(
                List.of("0"), Xml.values(api.send(SEND + "&messageid=again").text(), "statuscode"));
        assertEquals(PARTS, api.arrived(PARTS).size());
    }

    @Test
    void refusalShouldStayOne() throws IOException {
        breakFolder();
        assertEquals(
                List.of("1157"),
                Xml.values(api.form("action=sendmessage&username=x&" + SEND).text(), "errorcode"));
    }

    /** Half a character cannot be written as UTF-8. */
    @Test
    void echoThatCannotBeEncodedShouldNotMakeARefusal() throws IOException {
        HttpAnswer answer = api.sendmsg("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"half\","
                + "\"tags\":[{\"name\":\"a\",\"value\":\"\\ud800\"}],\"from_station\":\"\\udc00\"}]}");
        assertTrue(answer.text().matches("(?s).*\"(SUCCESS|ACCEPTED_UNREPORTED)\".*"), answer.text());
        assertEquals(1, api.arrived(1).size());
    }

    @Test
    void largeAnswerShouldComeWholeFromTheDiskAndLeaveNothingThere() throws IOException {
        StringBuilder form = new StringBuilder("messagecount=100");
        for (int i = 0; i < 100; i++) {
            form.append("&recipient" + i + "=111222&messagedata" + i + "=" + "y".repeat(150));
        }
        HttpAnswer answer = api.send(form.toString());
        assertEquals(100, api.arrived(100).size());
        assertEquals(100, Xml.values(answer.text(), "messagedata\\d+").size());
        assertTrue(answer.text().contains("</response>"));
        api.idle();
        try (var files = Files.list(spool())) {
            assertEquals(0, files.count());
        }
    }

    private static Path spool() {
        return api.data().resolve("spool");
    }

    private static void breakFolder() throws IOException {
        FileUtil.removeDir(spool().toFile());
        Files.writeString(spool(), "no folder");
    }

    private static void assertSaysAccepted(HttpAnswer answer, String code) {
        assertEquals(200, answer.status(), answer.head());
        assertTrue(answer.text().contains(code), answer.text());
        assertTrue(answer.text().replace('+', ' ').contains("are accepted"), answer.text());
        assertFalse(answer.text().contains("Exception"), answer.text());
    }
}
