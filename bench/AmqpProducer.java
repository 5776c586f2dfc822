package bench;

import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.qpid.jms.JmsConnectionFactory;

/**
 * A program that puts messages on {@code sms.submit} over AMQP, some in each transaction. It asks for the report of its
 * last message, which comes once those before it are accepted, but for the few in the other batch of that moment.
 */
final class AmqpProducer implements AutoCloseable {
    private static final int TEXTS = 1024;
    private static final int REPORT_MILLIS = 60_000;
    private static final AtomicLong LAST_ID = new AtomicLong();

    private final Case item;
    private final boolean ids;
    private final Sms[] texts;
    private final JMSContext context;
    private final LongStream.Builder nanos = LongStream.builder();
    private int sent;

    AmqpProducer(Case item, boolean ids, BenchBroker broker) {
        this.item = item;
        this.ids = ids;
        Random random = new Random(item.messages());
        texts = Stream.generate(() -> Sms.random(random, item.parts()))
                .limit(TEXTS)
                .toArray(Sms[]::new);
        context = new JmsConnectionFactory(BenchGateway.USER, BenchGateway.PASSWORD, broker.address())
                .createContext(JMSContext.SESSION_TRANSACTED);
    }

    /**
     * @param most messages of this producer
     * @return the nanoseconds of each transaction
     */
    long[] run(long deadline, int most) {
        while (sent + item.messages() < most && System.nanoTime() < deadline) {
            commit(null);
        }
        var reports = context.createTemporaryQueue();
        try (var consumer = context.createConsumer(reports)) {
            commit(reports);
            if (consumer.receive(REPORT_MILLIS) == null) {
                throw new IllegalStateException("no report for " + REPORT_MILLIS + " ms");
            }
        }
        return nanos.build().toArray();
    }

    private void commit(Destination replyTo) {
        long begun = System.nanoTime();
        for (int i = 1; i <= item.messages(); i++) {
            Message message = context.createTextMessage(next());
            context.createProducer()
                    .setJMSReplyTo(i == item.messages() ? replyTo : null)
                    .send(context.createQueue("sms.submit"), message);
        }
        context.commit();
        nanos.add(System.nanoTime() - begun);
    }

    private String next() {
        String id = ids ? "bench-submit-" + LAST_ID.incrementAndGet() : "";
        return BenchApi.SUBMIT.message(0, id, texts[sent++ % TEXTS]);
    }

    int sent() {
        return sent;
    }

    @Override
    public void close() {
        context.close();
    }
}
