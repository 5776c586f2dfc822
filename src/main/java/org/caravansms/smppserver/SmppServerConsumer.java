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

    private static final String LOGIN_THREADS = "smpp-server-login";
    private static final int LOGINS_AT_ONCE = 2;
    private static final int COMMANDS_AT_ONCE = 2;
    private static final int WAITING_LOGINS = 1000;

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
        logins = threads.newThreadPool(this, LOGIN_THREADS, loginThreads());
        batches = new SubmitBatches(this, endpoint.getBatchSize(), endpoint.getConcurrentConsumers());
        batches.start(threads.newFixedThreadPool(this, "smpp-server-submit", endpoint.getConcurrentConsumers()));
        commands = new ClientCommands(
                this,
                endpoint.getCamelContext().createProducerTemplate(),
                threads.newFixedThreadPool(this, "smpp-server-command", COMMANDS_AT_ONCE));
        SmppListener opened = new SmppListener(endpoint, batches, commands, logins);
        opened.start();
        listener = opened;
    }

    /** Further logins are refused. */
    private static ThreadPoolProfile loginThreads() {
        return new ThreadPoolProfileBuilder(LOGIN_THREADS)
                .poolSize(LOGINS_AT_ONCE)
                .maxPoolSize(LOGINS_AT_ONCE)
                .maxQueueSize(WAITING_LOGINS)
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
