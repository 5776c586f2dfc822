package org.caravansms.smsc;

import java.io.IOException;
import java.util.function.Supplier;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.connection.ConnectionFactory;

/**
 * Connects to a provider's SMSC and binds, SMPP 3.4 section 4.1.
 *
 * @param intakes makes the intake of each session
 */
record BindSession(Provider provider, Supplier<DeliverSmIntake> intakes) {

    /** The capacity for requests of the SMSC; answers to ours do not count. */
    private static final int QUEUE_CAPACITY = 1000;

    /** @throws IOException with jSMPP's reason as its cause, when it cannot; the session is closed then */
    SmscSession bound() throws IOException {
        Login login = provider.login();
        Timers timers = provider.timers();
        PendingRequests requests = new PendingRequests();
        DeliverSmIntake intake = intakes.get();
        ConnectionFactory connections = new SmscConnectionFactory(timers.connect(), provider.tls());
        SmscSession session = new SmscSession(connections, requests, intake, new PduReader(requests, intake));
        session.setEnquireLinkTimer((int) timers.enquireLink().toMillis());
        session.setTransactionTimer(timers.response().toMillis());
        session.setQueueCapacity(QUEUE_CAPACITY);
        try {
            session.connectAndBind(
                    login.host(),
                    login.port(),
                    parameter(login),
                    timers.response().toMillis());
            session.begin();
            return session;
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static BindParameter parameter(Login login) {
        return new BindParameter(
                login.bind().type,
                login.systemId(),
                login.password(),
                login.systemType(),
                TypeOfNumber.valueOf(login.rangeKind().ton()),
                NumberingPlanIndicator.valueOf(login.rangeKind().npi()),
                login.addressRange(),
                InterfaceVersion.valueOf(login.interfaceVersion()));
    }
}
