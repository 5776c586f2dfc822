package org.caravansms.broker;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;

/**
 * Artemis's acceptor inside the virtual machine ({@code vm://0}), with one change: the client's own thread passes its
 * packets to the session, for which Artemis wakes another thread. The session still processes them on its own thread.
 */
public final class SameThreadAcceptorFactory extends InVMAcceptorFactory {

    /** @return the same acceptor, with this factory where it is that of Artemis */
    static TransportConfiguration insteadOf(TransportConfiguration acceptor) {
        return acceptor.getFactoryClassName().equals(InVMAcceptorFactory.class.getName())
                ? new TransportConfiguration(
                        SameThreadAcceptorFactory.class.getName(), acceptor.getParams(), acceptor.getName())
                : acceptor;
    }

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
