package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSCEIVER;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSMITTER;
import static org.caravansms.smsc.WireSmsc.DELIVER_SM;
import static org.caravansms.smsc.WireSmsc.ENQUIRE_LINK;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.UNBIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The session's life on the wire, against an SMSC that does as it likes. */
class SmppLinkTest {

    private static final int ESME_RBINDFAIL = 0x0D;

    private WireSmsc smsc;
    private SmppLink link;

    @AfterEach
    void stop() throws InterruptedException {
        link.stop();
        smsc.close();
    }

    @Test
    void unbindShouldBeTheLastPdu() throws Exception {
        start(WireSmsc::ok, provider -> provider);
        await().until(link::getAsBoolean);
        assertEquals("acme, bound to 127.0.0.1:" + smsc.port(), link.toString());
        link.stop();
        assertEquals(List.of(BIND_TRANSMITTER, UNBIND), smsc.commands());
        assertFalse(link.getAsBoolean());
        assertThrows(IOException.class, link::boundSession);
    }

    @Test
    void stoppedLinkShouldBindWhenItIsStartedAgain() throws Exception {
        start(WireSmsc::ok, provider -> provider);
        await().until(link::getAsBoolean);
        link.stop();
        link.start();
        await().until(link::getAsBoolean);
        assertEquals(List.of(BIND_TRANSMITTER, UNBIND, BIND_TRANSMITTER), smsc.commands());
    }

    @Test
    void refusedBindShouldBeTriedAgain() throws Exception {
        AtomicInteger binds = new AtomicInteger();
        start(
                (id, sequence) -> id == BIND_TRANSMITTER && binds.incrementAndGet() < 4
                        ? WireSmsc.pdu(id | RESPONSE, ESME_RBINDFAIL, sequence, "")
                        : WireSmsc.ok(id, sequence),
                provider -> provider);
        await().until(link::getAsBoolean);
        assertEquals(4, smsc.count(BIND_TRANSMITTER));
    }

    @Test
    void bindWithoutAnAnswerShouldBeTriedAgain() throws Exception {
        start((id, sequence) -> null, provider -> provider.withResponse(TestProvider.SHORT));
        await().until(() -> smsc.count(BIND_TRANSMITTER) >= 3);
        assertFalse(link.getAsBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "smsc\0", "smsc\0\u0002\u0010\0\u0001\u0051", "without its end", "\0"})
    void bindRespShouldCountByItsHeader(String body) throws Exception {
        start(
                (id, sequence) -> WireSmsc.pdu(id | RESPONSE, 0, sequence, id == BIND_TRANSMITTER ? body : ""),
                provider -> provider);
        await().until(link::getAsBoolean);
    }

    @Test
    void silenceShouldEndTheSessionAndBindAnew() throws Exception {
        start(
                (id, sequence) -> id == ENQUIRE_LINK ? null : WireSmsc.ok(id, sequence),
                provider -> provider.withEnquireLink(TestProvider.SHORT).withResponse(TestProvider.SHORT));
        await().atMost(Duration.ofSeconds(5)).until(() -> smsc.count(BIND_TRANSMITTER) == 2);
        assertEquals(ENQUIRE_LINK, smsc.commands().get(1));
    }

    @Test
    void answeredEnquireLinksShouldKeepTheSession() throws Exception {
        start(WireSmsc::ok, provider -> provider.withEnquireLink(TestProvider.SHORT));
        await().until(() -> smsc.count(ENQUIRE_LINK) >= 3);
        assertEquals(1, smsc.count(BIND_TRANSMITTER));
        assertTrue(link.getAsBoolean());
    }

    @Test
    void unbindOfTheSmscShouldBeAnsweredAndFollowedByANewBind() throws Exception {
        start(WireSmsc::ok, provider -> provider);
        await().until(link::getAsBoolean);
        smsc.send(WireSmsc.pdu(UNBIND, 0, 1, ""));
        await().until(() -> smsc.count(BIND_TRANSMITTER) == 2);
        assertEquals(List.of(BIND_TRANSMITTER, UNBIND | RESPONSE, BIND_TRANSMITTER), smsc.commands());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7FFFFFFF, -1, 0, 15})
    void lengthThatIsNoPdusShouldEndTheSessionAndBindAnew(int length) throws Exception {
        start(WireSmsc::ok, provider -> provider);
        await().until(link::getAsBoolean);
        byte[] pdu = WireSmsc.pdu(ENQUIRE_LINK, 0, 1, "");
        java.nio.ByteBuffer.wrap(pdu).putInt(0, length);
        smsc.send(pdu);
        await().until(() -> smsc.count(BIND_TRANSMITTER) == 2);
        await().until(link::getAsBoolean);
    }

    @Test
    void deliverSmShouldBeRefusedSoThatTheSmscKeepsIt() throws Exception {
        start(WireSmsc::ok, TestProvider::asTransceiver);
        await().until(link::getAsBoolean);
        String body = "\0\1\1" + "36201234567\0" + "\1\1" + "1234\0" + "\4\0\0\0\0\0\0\0\0" + "\5hello";
        smsc.send(WireSmsc.pdu(DELIVER_SM, 0, 1, body));
        await().until(() -> smsc.count(DELIVER_SM | RESPONSE) == 1);
        assertEquals(0x64, smsc.status(DELIVER_SM | RESPONSE));
        assertEquals(1, smsc.count(BIND_TRANSCEIVER));
    }

    @Test
    void rebindShouldUnbindAndBindAnew() throws Exception {
        start(WireSmsc::ok, provider -> provider);
        await().until(link::getAsBoolean);
        await().until(() -> {
            link.rebind();
            return smsc.count(UNBIND) == 1;
        });
        await().until(link::getAsBoolean);
        assertEquals(List.of(BIND_TRANSMITTER, UNBIND, BIND_TRANSMITTER), smsc.commands());
    }

    private void start(WireSmsc.Script script, java.util.function.UnaryOperator<TestProvider> options)
            throws IOException {
        smsc = WireSmsc.start(script);
        link = options.apply(TestProvider.at(smsc.port())).link();
        link.start();
    }
}
