package org.caravansms.broker.access;

import java.util.List;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.postoffice.impl.PostOfficeImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;
import org.apache.activemq.artemis.core.transaction.TransactionPropertyIndexes;

/**
 * The requests of a transaction that are not on the queue yet: a full envelope is routed at once, the last one by the
 * commit. A commit may not add operations to its transaction, and so it cannot route: it stores the last envelope as
 * the broker does, in the page file where the transaction has messages there, and else in the journal.
 */
final class GatheredRequests extends TransactionOperationAbstract {

    private final ActiveMQServer server;
    private final Queue queue;
    private final Transaction transaction;
    private OpenEnvelope envelope = new OpenEnvelope();
    private int registered;
    private MessageReference last;

    /** This comes before the operation that counts the transaction's paged messages, as it may page another one. */
    GatheredRequests(ActiveMQServer server, Queue queue, Transaction transaction) {
        this.server = server;
        this.queue = queue;
        this.transaction = transaction;
        register();
    }

    /** The references of a transaction get to the queue in the order of its operations. */
    private void register() {
        registered++;
        transaction.addOperation(this);
    }

    void add(ICoreMessage request) throws Exception {
        if (!envelope.hasRoomFor(request)) {
            route(take());
        }
        envelope.add(request);
    }

    /** Behind those before it. */
    void route(ICoreMessage message) throws Exception {
        server.getPostOffice().route(message, new RoutingContextImpl(transaction), false);
        register();
    }

    private ICoreMessage take() {
        OpenEnvelope taken = envelope;
        envelope = new OpenEnvelope();
        return taken.close(server);
    }

    @Override
    public void beforePrepare(Transaction prepared) throws Exception {
        storeLast();
    }

    @Override
    public void beforeCommit(Transaction committed) throws Exception {
        storeLast();
    }

    private void storeLast() throws Exception {
        if (!envelope.isEmpty()) {
            ICoreMessage message = take();
            PagingStore store = server.getPagingManager().getPageStore(queue.getAddress());
            message.setOwner(store);
            if (!isPaged(message, store)) {
                store(message);
            }
        }
    }

    private boolean isPaged(ICoreMessage message, PagingStore store) throws Exception {
        RoutingContextImpl.ContextListing queues = new RoutingContextImpl.ContextListing();
        queues.getDurableQueues().add(queue);
        return transaction.getProperty(TransactionPropertyIndexes.PAGE_TRANSACTION) != null
                && server.getStorageManager().addToPage(store, message, transaction, queues);
    }

    private void store(ICoreMessage message) throws Exception {
        last = MessageReference.Factory.createReference(message, queue);
        queue.refUp(last);
        PostOfficeImpl.storeDurableReference(server.getStorageManager(), message, transaction, queue, true);
    }

    @Override
    public void afterCommit(Transaction committed) {
        registered--;
        if (registered == 0 && last != null) {
            queue.addTail(last, false);
        }
    }

    @Override
    public void beforeRollback(Transaction rolledBack) throws Exception {
        if (last != null) {
            queue.refDown(last);
            queue.durableDown(last.getMessage());
            last = null;
        }
    }

    @Override
    public List<MessageReference> getRelatedMessageReferences() {
        return last == null ? List.of() : List.of(last);
    }
}
