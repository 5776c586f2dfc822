package org.caravansms.smppserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.caravansms.FreePort;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a route does that leaves no right answer: each submit_sm is answered all the same, and so are later ones. */
class SubmitBatchesTest {

    private static final String HASH = Password.hash("secret")
            .with(BcryptFunction.getInstance(Bcrypt.A, 4))
            .getResult();
    private static final int ROK = 0;
    private static final int RSYSERR = 0x08;

    private final int port = FreePort.next();
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        Users users = Users.of("users", "client.password=" + HASH + "\nclient.smpp=true");
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("smppLogins", new SmppLogins(() -> users, new Authenticate(() -> users, 10)));
        camel.addComponent("smpp-server", new SmppServerComponent());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("smpp-server:127.0.0.1:" + port + "?logins=#smppLogins").process(SubmitBatchesTest::answerAll);
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private static void answerAll(Exchange batch) {
        batch.getMessage().getBody(List.class).forEach(submit -> answer((Exchange) submit));
    }

    /** As the text of the message says: a message_id that is no text cannot be written. */
    private static void answer(Exchange submit) {
        SmppPdu request = submit.getMessage().getBody(SmppPdu.class);
        String text = new String(request.octets(PduField.SHORT_MESSAGE));
        if (text.equals("error")) {
            throw new IllegalStateException("the route fails");
        }
        submit.getMessage()
                .setBody(request.answer(EsmeStatus.ESME_ROK)
                        .with(PduField.MESSAGE_ID, text.equals("unwritable") ? Integer.valueOf(1) : text));
    }

    /** More often than there are threads. */
    @Test
    void answerThatCannotBeWrittenShouldBeAnErrorForItsClientOnly() throws Exception {
        assertAnsweredAfter("unwritable");
    }

    @Test
    void errorOfTheRouteShouldBeAnErrorForItsBatchOnly() throws Exception {
        assertAnsweredAfter("error");
    }

    private void assertAnsweredAfter(String text) throws Exception {
        try (WireClient client = WireClient.connected(port)) {
            assertEquals(ROK, bind(client));
            for (int sequence = 2; sequence < 6; sequence++) {
                assertEquals(
                        RSYSERR, client.ask(WirePdu.submitSm(sequence, text)).commandStatus());
            }
            WireResponse answer = client.ask(WirePdu.submitSm(6, "good"));
            assertEquals(List.of(ROK, "good"), List.of(answer.commandStatus(), answer.messageId()));
        }
    }

    private static int bind(WireClient client) throws Exception {
        return client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "client", "secret"))
                .commandStatus();
    }
}
