package bench;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A program that puts messages on {@code sms.submit} over AMQP with Qpid JMS, some in each transaction. */
final class AmqpProducer implements QueueProducer {
    private static final int TEXTS = 1024;
    private static final int REPORT_MILLIS = 60_000;
    private static final AtomicLong LAST_ID = new AtomicLong();

    private final Case item;
    private final boolean ids;
    private final Sms[] texts;
    private final String[] rendered;
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final LongStream.Builder nanos = LongStream.builder();
    private int sent;

    AmqpProducer(Case item, boolean ids, BenchBroker broker) throws JMSException {
        this.item = item;
        this.ids = ids;
        Random random = new Random(item.messages());
        texts = Stream.generate(() -> Sms.random(random, item.parts()))
                .limit(TEXTS)
                .toArray(Sms[]::new);
        rendered = Stream.of(texts).map(text -> BenchApi.SUBMIT.message(0, "", text)).toArray(String[]::new);
        connection = new JmsConnectionFactory(BenchGateway.USER, BenchGateway.PASSWORD, broker.address())
                .createConnection();
        connection.start();
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        producer = session.createProducer(session.createQueue("sms.submit"));
    }

    @Override
    public long[] run(long deadline, int most) throws JMSException {
        while (sent + item.messages() < most && System.nanoTime() < deadline) {
            commit(null);
        }
        var reports = session.createTemporaryQueue();
        try (var consumer = session.createConsumer(reports)) {
            commit(reports);
            if (consumer.receive(REPORT_MILLIS) == null) {
                throw new IllegalStateException("no report for " + REPORT_MILLIS + " ms");
            }
        }
        return nanos.build().toArray();
    }

    private void commit(Destination replyTo) throws JMSException {
        long begun = System.nanoTime();
        for (int i = 1; i <= item.messages(); i++) {
            Message message = session.createTextMessage(next());
            message.setJMSReplyTo(i == item.messages() ? replyTo : null);
            producer.send(message);
        }
        session.commit();
        nanos.add(System.nanoTime() - begun);
    }

    private String next() {
        int text = sent++ % TEXTS;
        return ids
                ? BenchApi.SUBMIT.message(0, "bench-submit-" + LAST_ID.incrementAndGet(), texts[text])
                : rendered[text];
    }

    @Override
    public int sent() {
        return sent;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
