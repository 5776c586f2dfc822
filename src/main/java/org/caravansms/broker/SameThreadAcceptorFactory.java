package org.caravansms.broker;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;

/**
 * Artemis's acceptor inside the virtual machine ({@code vm://0}), but that a client's own thread brings its packets to
 * the session that they are for. Artemis wakes a thread for each packet to do that; the session has another one, which
 * does what they ask for, as ever.
 */
public final class SameThreadAcceptorFactory extends InVMAcceptorFactory {

    @Override
    public Acceptor createAcceptor(
            String name,
            ClusterConnection clusterConnection,
            Map<String, Object> configuration,
            BufferHandler handler,
            ServerConnectionLifeCycleListener listener,
            Executor threadPool,
            ScheduledExecutorService scheduledThreadPool,
            Map<String, ProtocolManager> protocolMap,
            String threadFactoryGroupName,
            MetricsManager metricsManager) {
        return super.createAcceptor(
                name,
                clusterConnection,
                configuration,
                handler,
                listener,
                Runnable::run,
                scheduledThreadPool,
                protocolMap,
                threadFactoryGroupName,
                metricsManager);
    }
}
