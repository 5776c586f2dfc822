package org.caravansms.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.broker.Broker;
import org.caravansms.datadir.DataCheck;
import org.caravansms.datadir.DataDirectory;
import org.caravansms.datadir.DataLock;
import org.caravansms.datadir.StartRefusedException;

/** Starts before the routes and stops after them: the broker, the store of client ids and the simulator. */
final class Lifecycle extends MainListenerSupport {

    private final Path data;
    private final DataCheck check;
    private final Broker broker;
    private final IdempotencyBeans clientIds;
    private final SandboxSmsc sandbox;
    private DataLock lock;

    /** @param data the directory, which is locked while the gateway runs */
    Lifecycle(Path data, DataCheck check, Broker broker, IdempotencyBeans clientIds, SandboxSmsc sandbox) {
        this.data = data;
        this.check = check;
        this.broker = broker;
        this.clientIds = clientIds;
        this.sandbox = sandbox;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        try {
            lock = DataLock.take(data);
            check.beforeTheBroker();
            broker.start();
            DataDirectory.prepareLibrary(data);
            check.onceTheBrokerRuns();
            DataDirectory.prepareSpool(data);
            DataDirectory.warnOfOldFiles(data);
            clientIds.start(main);
            sandbox.start();
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
        sandbox.stop();
        clientIds.stop();
        broker.stop();
        check.stopped();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
