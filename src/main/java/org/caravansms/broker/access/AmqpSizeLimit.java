package org.caravansms.broker.access;

import org.apache.activemq.artemis.protocol.amqp.proton.ProtonDeliveryHandler;
import org.apache.activemq.artemis.protocol.amqp.proton.handler.EventHandler;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.LinkError;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;

/**
 * Offers each link the largest message (AMQP 1.0 part 2 section 2.7.3), and closes a link whose message has become larger
 * before all of it is here. What the client goes on sending on that link is thrown away.
 */
final class AmqpSizeLimit implements EventHandler {

    private final BodyRules bodies;

    AmqpSizeLimit(BodyRules bodies) {
        this.bodies = bodies;
    }

    @Override
    public void onRemoteOpen(Link link) {
        if (link instanceof Receiver) {
            link.setMaxMessageSize(UnsignedLong.valueOf(bodies.mostBytes()));
        }
    }

    @Override
    public void onDelivery(Delivery delivery) {
        if (delivery.getLink() instanceof Receiver receiver
                && delivery.isPartial()
                && delivery.available() > bodies.mostBytes()
                && receiver.getContext() instanceof ProtonDeliveryHandler handler) {
            receiver.setContext(new DiscardDeliveries(handler));
            receiver.recv();
            receiver.setCondition(new ErrorCondition(
                    LinkError.MESSAGE_SIZE_EXCEEDED, "The message is refused: " + bodies.tooLarge()));
            receiver.close();
        }
    }
}
