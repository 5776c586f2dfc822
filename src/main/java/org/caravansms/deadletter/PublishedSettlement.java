package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.queue.PublishEvents;

/** Publishes what an operator did with messages in the transaction that does it. */
final class PublishedSettlement implements DeadLetterAction {

    private final DeadLetterAction settlement;
    private final EventType type;
    private final PublishEvents told;

    /** @param type what the settlement means for a message */
    PublishedSettlement(DeadLetterAction settlement, EventType type, PublishEvents told) {
        this.settlement = settlement;
        this.type = type;
        this.told = told;
    }

    @Override
    public Optional<String> refusal(DeadLetter message) {
        return settlement.refusal(message);
    }

    @Override
    public void settle(Message message) throws JMSException {
        String id = ReadDeadLetter.text(message, MessageProperties.ID);
        String whole = message.propertyExists(MessageProperties.REPORT) ? ReadDeadLetter.body(message) : null;
        settlement.settle(message);
        if (!id.isEmpty()) {
            Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
            told.add(Event.of(type, now, id, "").because("by an operator"), whole);
        }
    }

    @Override
    public void complete() throws JMSException {
        told.complete();
        settlement.complete();
    }

    @Override
    public void settled(Set<String> keys) {
        settlement.settled(keys);
    }
}
