package bench;

import jakarta.jms.JMSException;
import java.io.IOException;

/** A program that puts messages on {@code sms.submit}. */
interface QueueProducer extends AutoCloseable {
    /**
     * Asks for the report of its last message, which comes once those before it are accepted, but for the few in the
     * other batches of that moment.
     *
     * @param most messages of this producer
     * @return the nanoseconds of each request
     */
    long[] run(long deadline, int most) throws Exception;

    int sent();

    @Override
    void close() throws IOException, JMSException;
}
