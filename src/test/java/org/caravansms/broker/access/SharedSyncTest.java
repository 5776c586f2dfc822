package org.caravansms.broker.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.CompletionListener;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages of other programs that are under way together, outside a transaction. */
class SharedSyncTest {

    private static final int MANY = 2_000;

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @Test
    void messagesUnderWayTogetherShouldGoInEnvelopesInTheirOrder() throws Exception {
        Confirmed confirmed = new Confirmed();
        try (JMSContext context = JmsClient.AMQP.connect(broker, "anna")) {
            sendAll(context, confirmed);
        }
        assertEquals(IntStream.range(0, MANY).mapToObj(Integer::toString).toList(), List.copyOf(confirmed.texts));
        long waiting = broker.broker().queues().count("sms.submit");
        assertTrue(waiting < MANY, waiting + " messages");
        assertEquals(List.copyOf(confirmed.texts), broker.requests());
    }

    /** Transactions of the same connection end meanwhile: they must confirm nothing but themselves. */
    @ParameterizedTest
    @EnumSource
    void confirmedMessagesShouldBeOnTheDisk(JmsClient client) throws Exception {
        Confirmed confirmed = new Confirmed();
        List<String> before;
        Path copy;
        try (JMSContext context = client.connect(broker, "anna");
                JMSContext transactions = context.createContext(JMSContext.SESSION_TRANSACTED)) {
            Thread committing = new Thread(() -> commitAll(transactions));
            committing.start();
            Thread sending = new Thread(() -> sendAll(context, confirmed));
            sending.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> confirmed.texts.size() >= MANY / 4);
            before = List.copyOf(confirmed.texts);
            copy = broker.copyOfDisk();
            sending.join();
            committing.join();
        }
        broker.restart(copy);
        List<String> stored = broker.requests();
        assertTrue(stored.containsAll(before), "some that were confirmed are not on the disk");
    }

    private static void commitAll(JMSContext context) {
        for (int i = 0; i < 100; i++) {
            context.createProducer().send(context.createQueue("sms.submit"), "in transaction " + i);
            context.commit();
        }
    }

    private static void sendAll(JMSContext context, Confirmed confirmed) {
        JMSProducer producer = context.createProducer().setAsync(confirmed);
        for (int i = 0; i < MANY; i++) {
            producer.send(context.createQueue("sms.submit"), Integer.toString(i));
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> confirmed.texts.size() == MANY);
    }

    private static final class Confirmed implements CompletionListener {

        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        public void onCompletion(Message message) {
            try {
                texts.add(message.getBody(String.class));
            } catch (JMSException e) {
                texts.add(e.toString());
            }
        }

        @Override
        public void onException(Message message, Exception failure) {
            texts.add(failure.toString());
        }
    }
}
