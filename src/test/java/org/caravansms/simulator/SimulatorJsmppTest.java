package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.Test;

/** A client that others wrote is content with the simulator. */
class SimulatorJsmppTest {
    private final List<SubmitSm> received = new CopyOnWriteArrayList<>();
    private final SimulatorOptions options =
            SimulatorOptions.defaults().withPort(0).withQuiet(true).withListener(received::add);

    @Test
    void jsmppSessionShouldBindSubmitAndUnbind() throws Exception {
        try (Simulator simulator = new Simulator(options).start()) {
            SMPPSession session = new SMPPSession();
            assertEquals("simulator", session.connectAndBind("127.0.0.1", simulator.port(), bind()));
            assertTrue(submit(session).matches("[0-9a-f]+"));
            session.unbindAndClose();

            SubmitSm submitSm = received.get(0);
            assertEquals("Hello World", submitSm.text());
            assertEquals(new PduAddress(1, 1, "44777888"), submitSm.source());
            assertEquals("000000000500000R", submitSm.validityPeriod());
            assertEquals(1, submitSm.tlvs().get(0x0204).length - 1);
            assertEquals(new Counts(1, 1, 1, 0, 1, 0), simulator.counts());
        }
    }

    @Test
    void jsmppSessionShouldSeeTheCommandStatus() throws Exception {
        Answers throttled = submitSm -> SubmitAnswer.of(CommandStatus.ESME_RTHROTTLED);
        try (Simulator simulator = new Simulator(options.withAnswers(throttled)).start()) {
            SMPPSession session = new SMPPSession();
            session.connectAndBind("127.0.0.1", simulator.port(), bind());
            var refusal = assertThrows(NegativeResponseException.class, () -> submit(session));
            assertEquals(0x58, refusal.getCommandStatus());
            session.unbindAndClose();
        }
    }

    @Test
    void jsmppSessionShouldNotBindWithAnotherSystemId() throws IOException {
        try (Simulator simulator = new Simulator(options.with(o -> o.systemId = "other")).start()) {
            SMPPSession session = new SMPPSession();
            int port = simulator.port();
            IOException refusal =
                    assertThrows(IOException.class, () -> session.connectAndBind("127.0.0.1", port, bind()));
            assertEquals(0x0F, ((NegativeResponseException) refusal.getCause()).getCommandStatus());
        }
    }

    private static BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TRX,
                "esme",
                "secret",
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
    }

    private static String submit(SMPPSession session) throws Exception {
        return session.submitShortMessage(
                        "CMT",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "44777888",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "06203105366",
                        new ESMClass(),
                        (byte) 0,
                        (byte) 1,
                        null,
                        "000000000500000R",
                        new RegisteredDelivery(0),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
                        (byte) 0,
                        "Hello World".getBytes(StandardCharsets.US_ASCII),
                        new OptionalParameter.User_message_reference((short) 7))
                .getMessageId();
    }
}
