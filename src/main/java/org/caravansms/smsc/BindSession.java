package org.caravansms.smsc;

import java.io.IOException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.connection.ConnectionFactory;

/** Connects to a provider's SMSC and binds as a transmitter or a transceiver, SMPP 3.4 section 4.1. */
final class BindSession {

    /** Of requests of the SMSC that wait to be served; answers to ours are not among them. */
    private static final int QUEUE_CAPACITY = 1000;

    private final Login login;
    private final Timers timers;
    private final ConnectionFactory connections;
    private final MessageReceiverListener receiver;

    BindSession(Provider provider, ConnectionFactory connections, MessageReceiverListener receiver) {
        this.login = provider.login();
        this.timers = provider.timers();
        this.connections = connections;
        this.receiver = receiver;
    }

    /** @throws IOException when it cannot; jSMPP's reason is its cause, and nothing of the session is left */
    SmscSession bound() throws IOException {
        SmscSession session = new SmscSession(connections);
        session.setEnquireLinkTimer((int) timers.enquireLink().toMillis());
        session.setTransactionTimer(timers.response().toMillis());
        session.setQueueCapacity(QUEUE_CAPACITY);
        session.setMessageReceiverListener(receiver);
        try {
            session.connectAndBind(
                    login.host(), login.port(), parameter(), timers.response().toMillis());
            return session;
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private BindParameter parameter() {
        return new BindParameter(
                login.transceiver() ? BindType.BIND_TRX : BindType.BIND_TX,
                login.systemId(),
                login.password(),
                login.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "");
    }
}
