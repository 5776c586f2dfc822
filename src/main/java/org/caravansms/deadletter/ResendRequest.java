package org.caravansms.deadletter;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import java.util.Set;
import org.caravansms.jms.QueueWriter;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.queue.PublishEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a request of another program back on {@code sms.submit}, with its user, its ids and its reply address. */
final class ResendRequest extends DeadLetterAction {

    private static final Logger LOG = LoggerFactory.getLogger(ResendRequest.class);
    private static final List<String> OF_THE_DEAD_LETTER = List.of(
            MessageProperties.REASON, MessageProperties.QUEUE, MessageProperties.SINCE, MessageProperties.PRIORITY);

    private final MessageProducer submit;

    ResendRequest(Session session, String queue, PublishEvents events) throws JMSException {
        super(EventType.RESENT, events);
        submit = session.createProducer(session.createQueue(queue));
        submit.setDisableMessageID(true);
    }

    @Override
    void settle(Message request) throws JMSException {
        OF_THE_DEAD_LETTER.forEach(name -> QueueWriter.removeProperty(request, name));
        submit.send(request, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, Message.DEFAULT_TIME_TO_LIVE);
    }

    @Override
    void settled(Set<String> keys) {
        LOG.info("Queued again: {} requests", keys.size());
    }
}
