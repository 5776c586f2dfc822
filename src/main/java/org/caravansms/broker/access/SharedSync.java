package org.caravansms.broker.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;

/**
 * Requests that are sent outside a transaction, by all producers together: those that come while an envelope is synced
 * to the disk go into the next one. Each producer gets its confirmations once its requests are on the disk.
 *
 * <p>Confirmations wait for the operations of their {@link OperationContext}, which counts those of the journal in the
 * order in which they end. Ours may end later than younger ones of the journal, and so they are counted as those of
 * replication, which this broker does not have.
 */
final class SharedSync {

    private final ActiveMQServer server;
    private final StorageManager storage;
    private final Executor executor;
    private final Deque<Group> syncing = new ArrayDeque<>();
    private Group next = new Group();

    SharedSync(ActiveMQServer server) {
        this.server = server;
        this.storage = server.getStorageManager();
        this.executor = server.getExecutorFactory().getExecutor();
    }

    /** A full envelope is written by the thread of the producer, which thereby sends no faster than the disk writes. */
    synchronized void add(ICoreMessage request) {
        if (!next.envelope.hasRoomFor(request)) {
            write();
        }
        next.add(request, storage.getContext());
        if (syncing.isEmpty()) {
            write();
        }
    }

    private void write() {
        Group group = next;
        next = new Group();
        syncing.add(group);
        OperationContext producer = storage.getContext();
        storage.setContext(storage.newContext(executor));
        try {
            server.getPostOffice().route(group.envelope.close(server), new RoutingContextImpl(null), false);
            storage.afterCompleteOperations(group);
        } catch (Exception e) {
            group.onError(ActiveMQExceptionType.INTERNAL_ERROR.getCode(), e.getMessage());
        } finally {
            storage.setContext(producer);
        }
    }

    /** In the order in which they were written. */
    private synchronized void confirm() {
        while (!syncing.isEmpty() && syncing.peek().stored) {
            syncing.poll().producers.forEach(OperationContext::replicationDone);
        }
        if (syncing.isEmpty() && !next.envelope.isEmpty()) {
            write();
        }
    }

    private final class Group implements IOCallback {

        private final OpenEnvelope envelope = new OpenEnvelope();
        private final List<OperationContext> producers = new ArrayList<>();
        private boolean stored;

        void add(ICoreMessage request, OperationContext producer) {
            producer.replicationLineUp();
            producers.add(producer);
            envelope.add(request);
        }

        @Override
        public void done() {
            stored = true;
            confirm();
        }

        /** Their producers are told, and send them again. */
        @Override
        public void onError(int code, String reason) {
            producers.forEach(producer -> producer.onError(code, reason));
            producers.clear();
            done();
        }
    }
}
