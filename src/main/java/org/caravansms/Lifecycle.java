package org.caravansms;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.queue.Broker;
import org.caravansms.simulator.Simulator;

/** What must run before the routes do and end after them: the broker, what clients named, the simulator if there is one. */
final class Lifecycle extends MainListenerSupport {

    private final Broker broker;
    private final ClientIds clientIds;
    private final Simulator simulator;
    private final SpoolFolder spool;

    Lifecycle(Broker broker, ClientIds clientIds, Simulator simulator, SpoolFolder spool) {
        this.broker = broker;
        this.clientIds = clientIds;
        this.simulator = simulator;
        this.spool = spool;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        try {
            broker.start();
            spool.prepare();
            clientIds.start(main);
            if (simulator != null) {
                simulator.start();
            }
        } catch (Exception e) {
            throw new IllegalStateException("Start-up failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (simulator != null) {
            simulator.close();
        }
        clientIds.stop();
        broker.stop();
    }
}
