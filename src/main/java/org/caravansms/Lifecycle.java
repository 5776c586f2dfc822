package org.caravansms;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.queue.Broker;
import org.caravansms.simulator.Simulator;

/** What must run before the routes do and end after them: the broker, what clients named, the simulator if there is one. */
final class Lifecycle extends MainListenerSupport {

    private final DataCheck check;
    private final Broker broker;
    private final ClientIds clientIds;
    private final Simulator simulator;

    Lifecycle(DataCheck check, Broker broker, ClientIds clientIds, Simulator simulator) {
        this.check = check;
        this.broker = broker;
        this.clientIds = clientIds;
        this.simulator = simulator;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        try {
            check.beforeTheBroker();
            broker.start();
            check.onceTheBrokerRuns();
            clientIds.start(main);
            if (simulator != null) {
                simulator.start();
            }
        } catch (StartRefusedException e) {
            afterStop(main);
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Start-up failed: " + e.getMessage(), e);
        }
    }

    /** The store was opened while the routes were read. */
    @Override
    public void afterConfigure(BaseMainSupport main) {
        try {
            check.beforeTheRoutes();
        } catch (StartRefusedException e) {
            afterStop(main);
            throw e;
        }
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (simulator != null) {
            simulator.close();
        }
        clientIds.stop();
        broker.stop();
        check.stopped();
    }
}
