package org.caravansms.broker;

import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;

/**
 * How many SMS are on a queue. Envelopes have several, and only looking into each would show how many: of a longer queue
 * the first {@value #SAMPLE} JMS messages stand for the rest, so that a backlog on disk is not read for a count.
 */
record SmsEstimate(Queue queue) {

    private static final int SAMPLE = 10_000;

    long messages() {
        long envelopes = queue.getMessageCount();
        long[] sampled = {0, 0};
        try (LinkedListIterator<MessageReference> ready = queue.browserIterator()) {
            sample(delivering().iterator(), sampled);
            sample(queue.getScheduledMessages().iterator(), sampled);
            sample(ready, sampled);
        }
        return sampled[0] < SAMPLE ? envelopes + sampled[1] - sampled[0] : envelopes * sampled[1] / sampled[0];
    }

    private Stream<MessageReference> delivering() {
        return queue.getDeliveringMessages().values().stream().flatMap(Collection::stream);
    }

    /** @param sampled how many JMS messages, and how many SMS in them */
    private static void sample(Iterator<MessageReference> messages, long[] sampled) {
        while (sampled[0] < SAMPLE && messages.hasNext()) {
            sampled[0]++;
            sampled[1] += BrokerQueues.inEnvelope(messages.next());
        }
    }
}
