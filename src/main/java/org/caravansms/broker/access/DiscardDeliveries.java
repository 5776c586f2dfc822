package org.caravansms.broker.access;

import org.apache.activemq.artemis.protocol.amqp.exceptions.ActiveMQAMQPException;
import org.apache.activemq.artemis.protocol.amqp.proton.ProtonDeliveryHandler;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/** A link that was closed for a message too large: its octets that are still under way take no memory. */
record DiscardDeliveries(ProtonDeliveryHandler before) implements ProtonDeliveryHandler {

    @Override
    public void onMessage(Delivery delivery) {
        Receiver receiver = (Receiver) delivery.getLink();
        if (receiver.current() == delivery) {
            receiver.recv();
        }
    }

    @Override
    public void onFlow(int credits, boolean drain) {}

    @Override
    public void close(boolean remoteLinkClose) throws ActiveMQAMQPException {
        before.close(remoteLinkClose);
    }

    @Override
    public void close(ErrorCondition condition) throws ActiveMQAMQPException {
        before.close(condition);
    }
}
