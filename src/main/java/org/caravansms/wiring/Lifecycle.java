package org.caravansms.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.broker.Broker;
import org.caravansms.datadir.DataCheck;
import org.caravansms.datadir.DataLock;
import org.caravansms.datadir.SpoolFolder;
import org.caravansms.datadir.StartRefusedException;
import org.caravansms.simulator.Simulator;

/** What must run before the routes do and end after them: the broker, what clients named, the simulator if there is one. */
public final class Lifecycle extends MainListenerSupport {

    private final Path data;
    private final DataCheck check;
    private final Broker broker;
    private final ClientIds clientIds;
    private final Simulator simulator;
    private final SpoolFolder spool;
    private DataLock lock;

    /** @param data the directory that is this gateway's alone while it runs */
    public Lifecycle(
            Path data, DataCheck check, Broker broker, ClientIds clientIds, Simulator simulator, SpoolFolder spool) {
        this.data = data;
        this.check = check;
        this.broker = broker;
        this.clientIds = clientIds;
        this.simulator = simulator;
        this.spool = spool;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        try {
            lock = DataLock.take(data);
            check.beforeTheBroker();
            broker.start();
            check.onceTheBrokerRuns();
            spool.prepare();
            clientIds.start(main);
            if (simulator != null) {
                simulator.start();
            }
        } catch (StartRefusedException e) {
            afterStop(main);
            throw e;
        } catch (IllegalStateException e) {
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
        release();
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
