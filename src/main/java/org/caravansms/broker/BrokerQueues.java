package org.caravansms.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.reader.TextMessageUtil;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.caravansms.jms.QueueWriter;
import org.caravansms.message.MessageProperties;
import org.caravansms.queue.MessageJson;

/** The queues of the running broker: they are counted, read without taking a message off, paused and dropped. */
public final class BrokerQueues {

    private final Supplier<ActiveMQServer> server;

    BrokerQueues(Supplier<ActiveMQServer> server) {
        this.server = server;
    }

    /**
     * Pauses the deliveries of a queue, or of the subscriptions of a topic. A queue that pages reads uncommitted
     * messages too, and holds all of them in memory until the commit.
     *
     * @return the action that resumes them
     */
    public Runnable hold(String name) {
        List<Queue> running =
                queues(name).stream().filter(queue -> !queue.isPaused()).toList();
        running.forEach(Queue::pause);
        return () -> running.forEach(Queue::resume);
    }

    /** @return the subscriptions of a {@code topic:}, or the queue of that name */
    List<Queue> queues(String name) {
        if (!name.startsWith(QueueWriter.TOPIC)) {
            return Stream.ofNullable(find(name)).toList();
        }
        try {
            SimpleString address = SimpleString.of(name.substring(QueueWriter.TOPIC.length()));
            return server.get().getPostOffice().listQueuesForAddress(address);
        } catch (Exception e) {
            throw new IllegalStateException("The subscriptions of " + name + " cannot be found", e);
        }
    }

    /** @return how many messages are on a queue, including those that a consumer has not settled yet */
    public long count(String name) {
        Queue queue = find(name);
        return queue == null ? 0 : queue.getMessageCount();
    }

    /** @return how many SMS are on a queue, including those that a consumer has not settled yet */
    public long countMessages(String name) {
        Queue queue = find(name);
        return queue == null ? 0 : countMessages(queue);
    }

    /** An envelope counts as often as it has messages. */
    private static long countMessages(Queue queue) {
        AtomicLong more = new AtomicLong();
        Consumer<MessageReference> envelope = reference -> more.addAndGet(inEnvelope(reference) - 1);
        each(queue, envelope);
        queue.getDeliveringMessages().values().forEach(delivering -> delivering.forEach(envelope));
        return queue.getMessageCount() + more.get();
    }

    static int inEnvelope(MessageReference reference) {
        Message message = reference.getMessage();
        return Stream.of(MessageProperties.COUNT, MessageProperties.REQUESTS)
                .map(message::getObjectProperty)
                .filter(Integer.class::isInstance)
                .mapToInt(Integer.class::cast)
                .findFirst()
                .orElse(1);
    }

    /** @return the SMS on each queue, with a bounded effort: for a page that is read every few seconds */
    public List<QueueLoad> loads() {
        return queues().map(BrokerQueues::load).toList();
    }

    private static QueueLoad load(Queue queue) {
        boolean empty = queue.getMessageCount() == 0;
        long messages = empty ? 0 : new SmsEstimate(queue).messages();
        OptionalLong oldest = empty ? OptionalLong.empty() : oldest(queue);
        return new QueueLoad(queue.getName().toString(), messages, oldest.orElse(System.currentTimeMillis()));
    }

    /** @return the messages that wait on a queue, including those that a consumer has not settled yet */
    public QueueBacklog backlog(String name) {
        Queue queue = find(name);
        OptionalLong oldest = queue == null ? OptionalLong.empty() : oldest(queue);
        return oldest.isEmpty()
                ? new QueueBacklog(0, 0)
                : new QueueBacklog(Math.max(1, queue.getMessageCount()), oldest.getAsLong());
    }

    private static OptionalLong oldest(Queue queue) {
        try (LinkedListIterator<MessageReference> ready = queue.browserIterator()) {
            Stream<MessageReference> delivering =
                    queue.getDeliveringMessages().values().stream().flatMap(List::stream);
            Stream<MessageReference> first = ready.hasNext() ? Stream.of(ready.next()) : Stream.empty();
            return Stream.concat(delivering, first)
                    .mapToLong(reference -> reference.getMessage().getTimestamp())
                    // earlier versions wrote none
                    .filter(timestamp -> timestamp > 0)
                    .min();
        }
    }

    /** Reads the texts of all messages on a queue, scheduled ones included. */
    public void read(String name, Consumer<String> texts) {
        Queue queue = find(name);
        if (queue != null) {
            each(queue, reference -> texts.accept(text(reference)));
        }
    }

    /** Reads the ids of all SMS on the queues of a name, null for one without. */
    public void ids(Predicate<String> names, Consumer<String> ids) {
        queues(names)
                .forEach(queue ->
                        each(queue, reference -> ids(reference.getMessage().toCore(), ids)));
    }

    private static void ids(ICoreMessage message, Consumer<String> ids) {
        if (message.containsProperty(MessageProperties.COUNT)) {
            ActiveMQBuffer body = message.getReadOnlyBodyBuffer();
            byte[] octets = new byte[body.readableBytes()];
            body.readBytes(octets);
            MessageJson.readAll(octets).forEach(sms -> ids.accept(sms.id()));
        } else {
            ids.accept(message.getStringProperty(MessageProperties.ID));
        }
    }

    /** @return how many SMS are on the queues of a name */
    public long countMessages(Predicate<String> names) {
        return queues(names).mapToLong(BrokerQueues::countMessages).sum();
    }

    /** @return where a message waits that is on one of the queues of a name */
    public Optional<QueuePlace> place(Predicate<String> names, String id) {
        return queues(names)
                .map(queue -> place(queue, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<QueuePlace> place(Queue queue, String id) {
        String name = queue.getName().toString();
        for (MessageReference later : queue.getScheduledMessages()) {
            if (ids(later).contains(id)) {
                return Optional.of(
                        new QueuePlace(name, 0, Instant.ofEpochMilli(later.getScheduledDeliveryTime()), false));
            }
        }
        boolean underWay = queue.getDeliveringMessages().values().stream()
                .flatMap(List::stream)
                .anyMatch(taken -> ids(taken).contains(id));
        return underWay ? Optional.of(new QueuePlace(name, 0, null, true)) : ready(queue, name, id);
    }

    private static Optional<QueuePlace> ready(Queue queue, String name, String id) {
        long ahead = 0;
        try (LinkedListIterator<MessageReference> ready = queue.browserIterator()) {
            while (ready.hasNext()) {
                List<String> ids = ids(ready.next());
                if (ids.contains(id)) {
                    return Optional.of(new QueuePlace(name, ahead + ids.indexOf(id), null, false));
                }
                ahead += ids.size();
            }
        }
        return Optional.empty();
    }

    private static List<String> ids(MessageReference reference) {
        List<String> ids = new ArrayList<>();
        ids(reference.getMessage().toCore(), ids::add);
        return ids;
    }

    /** @return how many JMS messages on the queues of a name wait for a time */
    public long countScheduled(Predicate<String> names) {
        return queues(names).mapToLong(Queue::getScheduledCount).sum();
    }

    /** @return how many JMS messages on a queue have a property */
    public long countWith(String property, String name) {
        AtomicLong count = new AtomicLong();
        queues(name)
                .forEach(queue -> each(
                        queue,
                        reference -> count.addAndGet(reference.getMessage().containsProperty(property) ? 1 : 0)));
        return count.get();
    }

    /** @return the names of all queues */
    public Stream<String> names() {
        return queues().map(queue -> queue.getName().toString());
    }

    private Stream<Queue> queues(Predicate<String> names) {
        return queues().filter(queue -> names.test(queue.getName().toString()));
    }

    Stream<Queue> queues() {
        return of(server.get());
    }

    /** @throws Exception when it is read */
    void destroy(Queue queue) throws Exception {
        server.get().destroyQueue(queue.getName(), null, true);
    }

    /** @return all queues, those of subscriptions among them */
    public static Stream<Queue> of(ActiveMQServer server) {
        return server.getPostOffice()
                .getAllBindings()
                .filter(QueueBinding.class::isInstance)
                .map(binding -> ((QueueBinding) binding).getQueue());
    }

    private static void each(Queue queue, Consumer<MessageReference> references) {
        queue.getScheduledMessages().forEach(references);
        try (LinkedListIterator<MessageReference> ready = queue.browserIterator()) {
            ready.forEachRemaining(references);
        }
    }

    private Queue find(String name) {
        return server.get().locateQueue(SimpleString.of(name));
    }

    private static String text(MessageReference reference) {
        return String.valueOf(
                TextMessageUtil.readBodyText(reference.getMessage().toCore().getReadOnlyBodyBuffer()));
    }
}
