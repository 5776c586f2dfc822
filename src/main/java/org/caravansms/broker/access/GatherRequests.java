package org.caravansms.broker.access;

import java.util.Map;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.postoffice.impl.DivertBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.impl.DivertImpl;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionPropertyIndexes;
import org.apache.activemq.artemis.selector.filter.Filterable;

/**
 * Between the producers of other programs and the queue {@code sms.submit}: a message goes there in the broker's own
 * form, which takes a fraction of the memory of an AMQP message, and those of a transaction, or those that wait for the
 * same sync of the disk, go together, in envelopes.
 */
final class GatherRequests extends DivertImpl {

    private static final SimpleString SUBMIT = SimpleString.of(ClientNames.SUBMIT);
    private static final SimpleString NAME = SimpleString.of("gather-requests");

    /** On a checked message: the same in the broker's own form, until it is taken. */
    private static final Object REQUEST = new Object();

    private static final Object TAKEN = new Object();

    /** Of a transaction; Artemis's own are below 100. */
    private static final int GATHERED = 100;

    private final ActiveMQServer server;
    private final SharedSync withoutTransaction;

    private GatherRequests(ActiveMQServer server) {
        super(
                NAME,
                SUBMIT,
                SUBMIT,
                NAME,
                true,
                new Checked(),
                null,
                server.getPostOffice(),
                server.getStorageManager(),
                ComponentConfigurationRoutingType.ANYCAST);
        this.server = server;
        this.withoutTransaction = new SharedSync(server);
    }

    /** Once the broker runs. */
    static void addTo(ActiveMQServer server) throws Exception {
        long id = server.getStorageManager().generateID();
        server.getPostOffice().addBinding(new DivertBinding(id, SUBMIT, new GatherRequests(server)));
    }

    static boolean isFor(Message message) {
        return SUBMIT.equals(message.getAddressSimpleString());
    }

    /** @param request the same in the broker's own form, which goes to the queue */
    static void pass(Message message, ICoreMessage request) {
        message.setUserContext(REQUEST, request);
    }

    /** @return whether it goes to the queue, which the broker does not know of */
    static boolean hasTaken(Message message) {
        return message.getUserContext(REQUEST) == TAKEN;
    }

    @Override
    public void route(Message message, RoutingContext context) throws Exception {
        ICoreMessage request = (ICoreMessage) message.getUserContext(REQUEST);
        message.setUserContext(REQUEST, TAKEN);
        request.setMessageID(message.getMessageID());
        request.setAddress(SUBMIT);
        request.setRoutingType(RoutingType.ANYCAST);
        Transaction transaction = context.getTransaction();
        if (transaction == null) {
            withoutTransaction.add(request);
        } else {
            route(request, transaction);
        }
    }

    private void route(ICoreMessage request, Transaction transaction) throws Exception {
        GatheredRequests gathered = (GatheredRequests) transaction.getProperty(GATHERED);
        if (gathered != null) {
            gathered.add(request);
        } else if (transaction.getProperty(TransactionPropertyIndexes.PAGE_TRANSACTION) != null) {
            server.getPostOffice().route(request, new RoutingContextImpl(transaction), false);
        } else {
            begin(request, transaction);
        }
    }

    /** Where the queue is paged the first one is routed, which makes the transaction one that has paged messages. */
    private void begin(ICoreMessage request, Transaction transaction) throws Exception {
        GatheredRequests gathered = new GatheredRequests(server, server.locateQueue(SUBMIT), transaction);
        transaction.putProperty(GATHERED, gathered);
        if (server.getPagingManager().getPageStore(SUBMIT).isPaging()) {
            gathered.route(request);
        } else {
            gathered.add(request);
        }
    }

    /** The messages of other programs, and not what goes to the queue from here. */
    private record Checked() implements Filter {

        @Override
        public boolean match(Message message) {
            return message.getUserContext(REQUEST) instanceof ICoreMessage;
        }

        @Override
        public boolean match(Map<String, String> map) {
            return false;
        }

        @Override
        public boolean match(Filterable filterable) {
            return false;
        }

        @Override
        public SimpleString getFilterString() {
            return SimpleString.of("");
        }
    }
}
