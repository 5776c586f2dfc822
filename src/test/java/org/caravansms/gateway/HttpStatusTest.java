package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway that is set to tell what is wrong by the HTTP status too. */
class HttpStatusTest {

    @RegisterExtension
    static final TestApi api = new TestApi(
            "SMS_HTTP_HTTP_STATUS", "true", "SMS_HTTP_MAX_BODY_BYTES", "20000", "SMS_HTTP_MAX_MESSAGES", "9");

    @ParameterizedTest
    @CsvSource({
        "200, username=admin&password=abc123&recipient=111222&messagedata=x",
        "200, username=admin&password=abc123&messagecount=1&recipient0=abc",
        "400, username=admin&password=abc123&recipient=abc&messagedata=x",
        "400, username=admin&password=abc123&messagecount=0",
        "400, username=admin&password=abc123&messagecount=10",
        "400, username=admin&password=abc123&messagedata=%ff",
        "401, username=admin&password=wrong&recipient=111222&messagedata=x"
    })
    void errorShouldHaveItsStatus(int status, String form) throws IOException {
        assertEquals(status, api.form("action=sendmessage&" + form).status());
    }

    @Test
    void bodyThatIsTooLargeShouldBe413() throws IOException {
        HttpAnswer answer = api.send("recipient=111222&messagedata=" + "x".repeat(20_000));
        assertEquals(413, answer.status());
        assertEquals(List.of("6"), Xml.values(answer.text(), "errorcode"));
    }

    @Test
    void unknownActionShouldBe400AndUnknownPath404() throws IOException {
        assertEquals(400, api.form("action=fly&" + TestApi.LOGIN).status());
        assertEquals(404, api.get("/nowhere?action=fly").status());
    }

    @Test
    void queueThatIsFullShouldBe503() throws Exception {
        api.queues().manage("addAddressSettings", Queues.OUTBOUND, """
                {"maxSizeBytes":1000,"pageSizeBytes":500,"addressFullMessagePolicy":"FAIL"}""");
        HttpAnswer answer = api.send("messagecount=9"
                + IntStream.range(0, 9)
                        .mapToObj(i -> "&recipient%1$d=111222&messagedata%1$d=x&priority%1$d=%1$d".formatted(i))
                        .collect(Collectors.joining()));
        api.queues().manage("addAddressSettings", Queues.OUTBOUND, "{\"addressFullMessagePolicy\":\"PAGE\"}");
        assertEquals(503, answer.status(), answer.text());
        assertEquals(List.of("20"), Xml.values(answer.text(), "errorcode"));
    }

    @Test
    void jsonApiShouldKeepItsHttpCode() throws IOException {
        HttpAnswer answer = api.post(
                "/api?action=sendmsg", "application/json", "{\"messages\":[]}", TestApi.basic("admin", "abc123"));
        assertEquals(200, answer.status());
        assertEquals(200, TestApi.json(answer).get("http_code").intValue());
    }
}
