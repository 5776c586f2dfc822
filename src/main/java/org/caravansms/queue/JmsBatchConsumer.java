package org.caravansms.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/**
 * Reads a queue in batches on threads of its own. A stop lets each of them finish the batch it has, settle and commit it;
 * nothing new is taken.
 */
final class JmsBatchConsumer extends DefaultConsumer {

    private static final long DRAIN_SECONDS = 60;
    private final List<BatchLoop> loops = new ArrayList<>();
    private ExecutorService threads;

    JmsBatchConsumer(JmsBatchEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public JmsBatchEndpoint getEndpoint() {
        return (JmsBatchEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        int count =
                Math.min(getEndpoint().getConcurrentConsumers(), getEndpoint().getBatchSize());
        threads = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, getEndpoint().getEndpointUri(), count);
        for (int i = 0; i < count; i++) {
            BatchLoop loop = new BatchLoop(this, getEndpoint().getBatchSize() / count);
            loops.add(loop);
            threads.execute(loop);
        }
    }

    @Override
    protected void doStop() throws Exception {
        loops.forEach(BatchLoop::stop);
        loops.clear();
        if (threads != null) {
            threads.shutdown();
            threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
        }
        super.doStop();
    }
}
