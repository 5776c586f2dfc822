package org.caravansms.queue;

import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.jms.QueueWriter;
import org.caravansms.jms.Settlement;
import org.caravansms.message.Outcome;

/**
 * Settles each message of a window by the {@link Outcome} that its route leaves in the body; a message of a batch that
 * failed goes to the dead letters. What happens to messages is published in the same transaction.
 */
public final class OutcomeSettlement implements Settlement {

    private String doubtQueue;
    private int doubtAttempts = 3;
    private String settledBy;
    private String events;
    private boolean eventsInFull;

    @Override
    public Transaction begin(QueueWriter writer, String queue, JmsBatchEndpoint endpoint) throws JMSException {
        return new SettleOutcomes(writer, queue, endpoint, this);
    }

    @Override
    public boolean isRepeated(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Outcome.AnotherTurn;
    }

    String doubtQueue() {
        return doubtQueue;
    }

    /** @param doubtQueue where a message rests, or is held for a person, that may have been sent; {@code <queue>.doubt} if null */
    public void setDoubtQueue(String doubtQueue) {
        this.doubtQueue = doubtQueue;
    }

    int doubtAttempts() {
        return doubtAttempts;
    }

    /** @param doubtAttempts how many times a message may be in doubt until it is held for a person */
    public void setDoubtAttempts(int doubtAttempts) {
        this.doubtAttempts = doubtAttempts;
    }

    String settledBy() {
        return settledBy;
    }

    /** @param settledBy the name that is noted in {@code SmsProvider} */
    public void setSettledBy(String settledBy) {
        this.settledBy = settledBy;
    }

    String events() {
        return events;
    }

    /** @param events where events are published, such as {@code topic:sms.events}; nowhere if null */
    public void setEvents(String events) {
        this.events = events;
    }

    boolean areEventsInFull() {
        return eventsInFull;
    }

    /** @param eventsInFull whether each event has its whole message, and not only where the client asked for reports */
    public void setEventsInFull(boolean eventsInFull) {
        this.eventsInFull = eventsInFull;
    }
}
