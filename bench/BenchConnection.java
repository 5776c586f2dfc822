package bench;

import jakarta.jms.JMSException;
import java.io.IOException;

/** A connection of a case, with one request or transaction under way at a time. */
interface BenchConnection extends AutoCloseable {
    /**
     * Sends a request and waits for its answer.
     *
     * @return accepted messages; those of a queue count once they are on it
     */
    int send() throws IOException, JMSException;

    /**
     * Waits until the gateway has accepted what was sent. A producer sends one more message for that, and its report
     * comes once the messages before it are accepted, but for the few in the other batches of that moment.
     *
     * @return messages sent for it
     */
    default int finish() throws IOException, JMSException {
        return 0;
    }

    @Override
    void close() throws IOException, JMSException;
}
