package org.caravansms.broker;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.caravansms.jms.QueueWriter;

/** The durable subscriptions of events that others than the gateway made, see {@link EventSubscription}. */
public final class EventSubscriptions implements ActiveMQServerQueuePlugin {

    /** The gateway's own queues have names that begin so. */
    private static final String OWN = "sms.";

    /** Topics of the users, for other programs. */
    private static final String OF_USERS = "sms.user-events.";

    /** The end of the queue of a Kamelet sms-events-source. */
    private static final String WITH_MESSAGES = ".sms-events";

    private final BrokerQueues broker;
    private final String topic;

    /** Null until it is asked for: the broker reads the subscriptions of its last run without a word. */
    private volatile Boolean wantMessages;

    /** @param topic of all events, with {@code topic:} before its name */
    public EventSubscriptions(Broker broker, String topic) {
        this.broker = broker.queues();
        this.topic = topic;
        broker.plugin(this);
    }

    public List<EventSubscription> all() {
        return queues().map(EventSubscription::of)
                .sorted(Comparator.comparing(EventSubscription::name))
                .toList();
    }

    /** @return whether a subscriber in the gateway wants to know the message of each event */
    public boolean wantMessages() {
        Boolean known = wantMessages;
        return known == null ? look() : known;
    }

    private synchronized boolean look() {
        boolean found = broker.queues(topic).stream().anyMatch(EventSubscriptions::wantsMessages);
        wantMessages = found;
        return found;
    }

    private static boolean wantsMessages(Queue queue) {
        return queue.getName().toString().endsWith(WITH_MESSAGES);
    }

    @Override
    public void afterCreateQueue(Queue queue) {
        if (wantsMessages(queue)) {
            look();
        }
    }

    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            SecurityAuth session,
            boolean onlyUnread,
            boolean consumers,
            boolean addresses) {
        if (wantsMessages(queue)) {
            look();
        }
    }

    /**
     * Drops a subscription with the events that wait for it.
     *
     * @return how many JMS messages it had
     * @throws IllegalArgumentException when there is none of this name, or when it is read
     */
    public long drop(String name) {
        Queue queue = queues().filter(each -> EventSubscription.name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No subscription is named " + name + ": bin/caravan events list shows the names"));
        long waiting = queue.getMessageCount();
        try {
            broker.destroy(queue);
        } catch (Exception e) {
            // without its cause, which Camel would show instead
            throw new IllegalArgumentException(
                    name + " is read now: stop its route or program first, and drop it then");
        }
        return waiting;
    }

    private Stream<Queue> queues() {
        String address = topic.substring(QueueWriter.TOPIC.length());
        return broker.queues()
                .filter(queue ->
                        queue.isDurable() && !queue.getName().toString().startsWith(OWN))
                .filter(queue -> queue.getAddress().toString().equals(address)
                        || queue.getAddress().toString().startsWith(OF_USERS));
    }
}
