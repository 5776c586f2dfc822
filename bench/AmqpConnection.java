package bench;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.nio.charset.StandardCharsets;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A producer on {@code sms.submit} over AMQP with Qpid JMS. */
final class AmqpConnection implements BenchConnection {
    private static final int REPORT_MILLIS = 60_000;

    private final Requests requests;
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;

    AmqpConnection(Requests requests, int port) throws JMSException {
        this.requests = requests;
        connection = new JmsConnectionFactory(
                        BenchGateway.USER, BenchGateway.PASSWORD, "amqp://127.0.0.1:" + port)
                .createConnection();
        connection.start();
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        producer = session.createProducer(session.createQueue("sms.submit"));
    }

    @Override
    public int send() throws JMSException {
        for (int i = 0; i < requests.messages(); i++) {
            producer.send(next());
        }
        session.commit();
        return requests.messages();
    }

    private Message next() throws JMSException {
        return session.createTextMessage(new String(requests.next(), StandardCharsets.US_ASCII));
    }

    @Override
    public int finish() throws JMSException {
        TemporaryQueue reports = session.createTemporaryQueue();
        try (MessageConsumer consumer = session.createConsumer(reports)) {
            Message last = next();
            last.setJMSReplyTo(reports);
            producer.send(last);
            session.commit();
            if (consumer.receive(REPORT_MILLIS) == null) {
                throw new IllegalStateException("no report for " + REPORT_MILLIS + " ms");
            }
        }
        return 1;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
