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

/** What must run before the routes do and end after them: the broker, what clients named, the simulator if there is one. */
final class Lifecycle extends MainListenerSupport {

    private final Path data;
    private final DataCheck check;
    private final Broker broker;
    private final IdempotencyBeans clientIds;
    private final SandboxSmsc sandbox;
    private final SpoolFolder spool;
    private DataLock lock;

    /** @param data the directory that is this gateway's alone while it runs */
    Lifecycle(
            Path data,
            DataCheck check,
            Broker broker,
            IdempotencyBeans clientIds,
            SandboxSmsc sandbox,
            SpoolFolder spool) {
        this.data = data;
        this.check = check;
        this.broker = broker;
        this.clientIds = clientIds;
        this.sandbox = sandbox;
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
