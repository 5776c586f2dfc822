package org.caravansms.broker.access;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.postoffice.impl.DivertBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.impl.DivertImpl;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;
import org.apache.activemq.artemis.selector.filter.Filterable;
import org.apache.activemq.artemis.utils.UUIDGenerator;
import org.caravansms.jms.PackedMessages;
import org.caravansms.message.MessageProperties;

/**
 * Before the queue {@code sms.submit.dead}: each dead letter gets an id to name it by. The broker moves a message there
 * whose transaction failed as often as {@code broker.xml} allows: it gets a reason, and an envelope becomes a dead
 * letter for each of its requests.
 */
final class DeadRequests extends DivertImpl {

    private static final SimpleString DEAD = SimpleString.of(ClientNames.SUBMIT + ".dead");
    private static final SimpleString NAME = SimpleString.of("dead-requests");
    private static final String REASON = "its transaction failed again and again: the log of the gateway says why";

    private final ActiveMQServer server;

    private DeadRequests(ActiveMQServer server) {
        super(
                NAME,
                DEAD,
                DEAD,
                NAME,
                true,
                new Unfinished(),
                null,
                server.getPostOffice(),
                server.getStorageManager(),
                ComponentConfigurationRoutingType.ANYCAST);
        this.server = server;
    }

    /** Once the broker runs. */
    static void addTo(ActiveMQServer server) throws Exception {
        long id = server.getStorageManager().generateID();
        server.getPostOffice().addBinding(new DivertBinding(id, DEAD, new DeadRequests(server)));
    }

    @Override
    public void route(Message message, RoutingContext context) throws Exception {
        for (ICoreMessage request : requests(message)) {
            server.getPostOffice().route(letter(request), new RoutingContextImpl(context.getTransaction()), false);
        }
    }

    private static List<? extends ICoreMessage> requests(Message message) {
        return message.containsProperty(MessageProperties.REQUESTS)
                ? PackedMessages.unpack(message.toCore(), MessageProperties.REQUESTS)
                : List.of(message.toCore().copy());
    }

    private ICoreMessage letter(ICoreMessage request) {
        request.setMessageID(server.getStorageManager().generateID());
        request.setAddress(DEAD);
        if (request.getUserID() == null) {
            request.setUserID(UUIDGenerator.getInstance().generateUUID());
        }
        if (!request.containsProperty(MessageProperties.REASON)) {
            request.putStringProperty(MessageProperties.REASON, REASON);
            request.putStringProperty(MessageProperties.QUEUE, ClientNames.SUBMIT);
            request.putLongProperty(MessageProperties.SINCE, System.currentTimeMillis());
        }
        return request;
    }

    private record Unfinished() implements Filter {

        @Override
        public boolean match(Message message) {
            return message.getUserID() == null || !message.containsProperty(MessageProperties.REASON);
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
