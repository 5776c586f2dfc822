package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of several parts at the door of a gateway that allows three, as they wait for an SMSC that is not there. */
class LongTextsTest {

    @TempDir
    static Path data;

    private static RunningGateway gateway;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start(data, FreePort.next(), "SMS_API_MAX_PARTS", "3");
        queues = new Queues();
    }

    @AfterAll
    static void stop() throws Exception {
        queues.close();
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"x, 459, 3, GSM7", "Ж, 135, 3, UCS2", "{, 81, 2, GSM7"})
    void longTextShouldWaitWholeAndItsPartsBeTold(String character, int length, String parts, String encoding)
            throws Exception {
        String text = character.repeat(length);
        String answer =
                gateway.send("messagecount=1&recipient0=111222&extended=1&messagedata0=" + TestApi.encoded(text));
        assertEquals(List.of(parts), Xml.values(answer, "segments0"), answer);
        assertEquals(List.of(encoding), Xml.values(answer, "encoding0"));
        assertEquals(
                text,
                new JsonMapper()
                        .readTree(queues.take(Queues.OUTBOUND).getBody(String.class))
                        .get("text")
                        .textValue());
    }

    @Test
    void textOfMorePartsThanAllowedShouldBeRejectedWithBothNumbers() throws Exception {
        String answer = gateway.send("messagecount=1&recipient0=111222&messagedata0=" + "x".repeat(460));
        assertEquals(List.of("9"), Xml.values(answer, "statuscode0"));
        assertEquals(
                List.of("messagedata takes 4 parts in GSM7; a message has at most 3."),
                Xml.values(answer, "statusmessage0"));
        assertEquals(List.of(), queues.browse(Queues.OUTBOUND));
    }

    @Test
    void fieldThatSmppHasNotShouldBeRejectedAtTheDoor() {
        String answer = gateway.send("messagecount=1&recipient0=111222&messagedata0=x&dest_addr_ton0=7");
        assertEquals(List.of("dest_addr_ton 7 is none of SMPP 3.4."), Xml.values(answer, "statusmessage0"));
    }
}
