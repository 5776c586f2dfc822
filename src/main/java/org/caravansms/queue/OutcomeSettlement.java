package org.caravansms.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.List;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.jms.PackedMessages;
import org.caravansms.jms.QueueWriter;
import org.caravansms.jms.Settlement;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;

/**
 * Settles each message of a window by the {@link Outcome} that its route leaves in the body; a message of a batch that
 * failed goes to the dead letters. The events of messages are published in the same transaction.
 */
public final class OutcomeSettlement implements Settlement {

    String doubtQueue;
    int doubtAttempts = 3;
    String settledBy;
    String events;
    private boolean mayHold;
    private final EventsInFull eventsInFull;

    /** @param eventsInFull whether each event has its whole message, and not only where the client asked for reports */
    public OutcomeSettlement(EventsInFull eventsInFull) {
        this.eventsInFull = eventsInFull;
    }

    EventsInFull eventsInFull() {
        return eventsInFull;
    }

    @Override
    public Transaction begin(QueueWriter writer, String queue, JmsBatchEndpoint endpoint) throws JMSException {
        return new SettleOutcomes(writer, queue, endpoint, this);
    }

    @Override
    public List<String> texts(Message message) throws JMSException {
        return Envelope.texts(message);
    }

    @Override
    public List<Message> messages(Message message, Session session) throws JMSException {
        return message instanceof BytesMessage && message.propertyExists(MessageProperties.REQUESTS)
                ? PackedMessages.unpack(message, MessageProperties.REQUESTS, session)
                : List.of(message);
    }

    @Override
    public boolean isRepeated(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Outcome.Throttled;
    }

    @Override
    public boolean mayHold() {
        return mayHold;
    }

    /** @param mayHold whether a route of batches may have messages wait by {@code SmsWaits} */
    public void setMayHold(boolean mayHold) {
        this.mayHold = mayHold;
    }

    /**
     * @param doubtQueue where a message that may have been sent waits, or is held for a person; {@code <queue>.doubt}
     *     if null
     */
    public void setDoubtQueue(String doubtQueue) {
        this.doubtQueue = doubtQueue;
    }

    /** @param doubtAttempts how many times a message may be in doubt until it is held for a person */
    public void setDoubtAttempts(int doubtAttempts) {
        this.doubtAttempts = doubtAttempts;
    }

    /** @param settledBy the name that is noted in {@code SmsProvider} */
    public void setSettledBy(String settledBy) {
        this.settledBy = settledBy;
    }

    /** @param events where events are published, such as {@code topic:sms.events}; nowhere if null */
    public void setEvents(String events) {
        this.events = events;
    }
}
