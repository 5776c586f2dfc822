package org.caravansms.queue;

import jakarta.jms.JMSException;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** The addresses that a producer may name for the report: its own, and neither the gateway's nor the broker's. */
final class ReplyAddress {

    private static final List<String> CLOSED = List.of("sms.", "activemq.", "$");

    private ReplyAddress() {}

    /** A queue that its client has deleted is not created again. */
    static boolean isOpen(ActiveMQSession session, String address) throws JMSException {
        try {
            return CLOSED.stream().noneMatch(address::startsWith)
                    && session.getCoreSession()
                            .addressQuery(SimpleString.of(address))
                            .isExists();
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException(e.getMessage()).initCause(e);
        }
    }
}
