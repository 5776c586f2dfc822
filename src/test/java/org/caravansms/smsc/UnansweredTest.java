package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.SUBMIT_SM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap 7 of camel-smpp: whoever waits on a connection that is cut is told at once, with a response timer of 30 s. */
class UnansweredTest {

    private static final int WINDOW = 50;
    private static final int GENERIC_NACK = RESPONSE;

    private final ExecutorService window = Executors.newFixedThreadPool(WINDOW);
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private WireSmsc smsc;
    private SmppLink link;

    @AfterEach
    void stop() throws InterruptedException {
        window.shutdownNow();
        link.stop();
        smsc.close();
    }

    @Test
    void cutShouldReleaseTheWindowInDoubt() throws Exception {
        start((id, sequence) -> id == SUBMIT_SM ? null : WireSmsc.ok(id, sequence));
        List<Future<String>> submits = submit();
        smsc.cut();
        for (Future<String> submit : submits) {
            Throwable cause = assertThrows(ExecutionException.class, () -> submit.get(5, TimeUnit.SECONDS))
                    .getCause();
            assertInstanceOf(InvalidResponseException.class, cause);
            assertTrue(cause.getMessage().startsWith("no answer, as the session ended"), cause.getMessage());
        }
    }

    @Test
    void answersThatCameBeforeTheCutShouldAllCount() throws Exception {
        start((id, sequence) -> id == SUBMIT_SM ? later(WireSmsc.ok(id, sequence)) : WireSmsc.ok(id, sequence));
        List<Future<String>> submits = submit();
        await().until(() -> answers.size() == WINDOW * WireSmsc.ok(SUBMIT_SM, 1).length);
        smsc.send(answers.toByteArray());
        smsc.cut();
        for (Future<String> submit : submits) {
            assertEquals("7f", submit.get(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void submitWithoutASessionShouldLeaveNothing() throws Exception {
        start(WireSmsc::ok);
        var session = link.boundSession();
        smsc.close();
        await().until(() -> !link.getAsBoolean());
        assertThrows(IOException.class, new Submit(link)::call);
        assertThrows(IOException.class, () -> ((SmscSession) session).unbind());
    }

    @ParameterizedTest
    @ValueSource(ints = {SUBMIT_SM | RESPONSE, GENERIC_NACK})
    void refusalWithoutABodyShouldBeRead(int answer) throws Exception {
        start((id, sequence) -> id == SUBMIT_SM ? WireSmsc.pdu(answer, 0x58, sequence, "") : WireSmsc.ok(id, sequence));
        assertEquals(
                0x58,
                assertThrows(NegativeResponseException.class, new Submit(link)::call)
                        .getCommandStatus());
    }

    @Test
    void answerThatCannotBeReadShouldSayThatItIsTaken() throws Exception {
        start((id, sequence) -> WireSmsc.pdu(id | RESPONSE, 0, sequence, id == SUBMIT_SM ? "no end" : "smsc\0"));
        assertEquals("no end", new Submit(link).call());
        assertTrue(link.getAsBoolean());
    }

    private List<Future<String>> submit() {
        List<Future<String>> submits = new ArrayList<>();
        for (int i = 0; i < WINDOW; i++) {
            submits.add(window.submit(new Submit(link)));
        }
        await().until(() -> smsc.count(SUBMIT_SM) == WINDOW);
        return submits;
    }

    private synchronized byte[] later(byte[] answer) {
        answers.writeBytes(answer);
        return null;
    }

    private void start(WireSmsc.Script script) throws IOException {
        smsc = WireSmsc.start(script);
        link = TestProvider.at(smsc.port()).link();
        link.start();
        await().until(link::getAsBoolean);
    }
}
