package org.caravansms.smppserver;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.caravansms.api.User;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smppserver.ClientSession.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds one client, SMPP 3.4 section 4.1. The password is checked on a thread that may wait. */
final class ClientBind {

    private static final Logger LOG = LoggerFactory.getLogger(ClientBind.class);
    private static final String SYSTEM_ID = "caravan";
    private static final int SC_INTERFACE_VERSION = 0x0210;
    private static final byte[] VERSION = {0x34};

    private final ClientSession session;
    private final BoundClients clients;
    private final SmppLogins logins;
    private final ExecutorService threads;

    ClientBind(ClientSession session, BoundClients clients, SmppLogins logins, ExecutorService threads) {
        this.session = session;
        this.clients = clients;
        this.logins = logins;
        this.threads = threads;
    }

    void take(SmppPdu pdu) {
        if (session.state() != State.OPEN) {
            session.answer(pdu.answer(EsmeStatus.ESME_RALYBND));
            return;
        }
        session.state(State.LOGGING_IN);
        try {
            threads.execute(() -> login(pdu));
        } catch (RejectedExecutionException e) {
            refuse(pdu, EsmeStatus.ESME_RBINDFAIL);
        }
    }

    private void login(SmppPdu pdu) {
        try {
            User user = logins.user(
                    pdu.text(PduField.SYSTEM_ID),
                    pdu.text(PduField.PASSWORD),
                    session.address().getAddress());
            session.login(user, pdu.type(), pdu.number(PduField.INTERFACE_VERSION));
            if (pdu.type() != PduType.BIND_TRANSMITTER) {
                clients.open(user.name());
            }
            session.inLoop(() -> bind(pdu));
        } catch (SmppLogins.RefusedBindException e) {
            session.inLoop(() -> refuse(pdu, e.status()));
        } catch (RuntimeException e) {
            // the client would wait for an answer
            session.about(LOG.atError()).setCause(e).log("SMPP      {} cannot be bound", session);
            session.inLoop(() -> refuse(pdu, EsmeStatus.ESME_RSYSERR));
        }
    }

    private void bind(SmppPdu pdu) {
        if (!session.isOpen()) {
            return;
        } else if (!clients.bind(session)) {
            refuse(pdu, EsmeStatus.ESME_RBINDFAIL);
            return;
        }
        session.state(State.BOUND);
        session.about(LOG.atInfo()).log("SMPP      {} is bound: {}", session, pdu.type());
        session.answer(pdu.answer(EsmeStatus.ESME_ROK)
                .with(PduField.SYSTEM_ID, SYSTEM_ID)
                .with(SC_INTERFACE_VERSION, VERSION));
    }

    /** Without the name that the client gave: it may be anything. */
    private void refuse(SmppPdu pdu, EsmeStatus status) {
        session.about(LOG.atWarn()).log("SMPP      {} is refused: {}", session, status);
        session.answerAndClose(pdu.answer(status));
    }
}
