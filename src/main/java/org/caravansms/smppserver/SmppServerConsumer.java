package org.caravansms.smppserver;

import java.util.concurrent.ExecutorService;
import org.apache.camel.Processor;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Listens while its route runs. At a stop no more is submitted, what was submitted is answered, and each client is
 * unbound.
 */
final class SmppServerConsumer extends DefaultConsumer {

    /** Of logins, and of commands. */
    private static final int AT_ONCE = 2;

    private static final int MOST_WAITING = 1000;

    private final SmppServerEndpoint endpoint;
    private SmppListener listener;
    private SubmitBatches batches;
    private ClientCommands commands;
    private ExecutorService logins;

    SmppServerConsumer(SmppServerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ExecutorServiceManager threads = endpoint.getCamelContext().getExecutorServiceManager();
        logins = threads.newThreadPool(this, "smpp-server-login", refusing());
        batches = new SubmitBatches(this, endpoint.getBatchSize(), endpoint.getConcurrentConsumers());
        batches.start(threads.newFixedThreadPool(this, "smpp-server-submit", endpoint.getConcurrentConsumers()));
        commands = new ClientCommands(
                this,
                endpoint.getCamelContext().createProducerTemplate(),
                threads.newThreadPool(this, "smpp-server-command", refusing()));
        SmppListener opened = new SmppListener(endpoint, batches, commands, logins);
        opened.start();
        listener = opened;
    }

    /** What is too much is refused: by default it would run on the thread of the network, which must not wait. */
    private static ThreadPoolProfile refusing() {
        return new ThreadPoolProfileBuilder("smpp-server")
                .poolSize(AT_ONCE)
                .maxPoolSize(AT_ONCE)
                .maxQueueSize(MOST_WAITING)
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                .build();
    }

    @Override
    protected void doStop() throws Exception {
        if (listener != null) {
            listener.refuse();
            batches.stop();
            commands.stop();
            listener.stop();
            listener = null;
            endpoint.getCamelContext().getExecutorServiceManager().shutdown(logins);
        }
        super.doStop();
    }
}
