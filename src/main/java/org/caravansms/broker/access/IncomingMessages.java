package org.caravansms.broker.access;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.caravansms.api.User;
import org.caravansms.broker.Broker;
import org.caravansms.message.MessageProperties;

/**
 * Each message of a client, before the broker stores it: refuses what is too large, no text, or would steer the gateway;
 * makes the rest durable, of one priority and without an expiry, and writes the user of its login into the property
 * {@link MessageProperties#USER}. The client gets the reason of a refusal.
 */
final class IncomingMessages implements ActiveMQServerMessagePlugin {

    private static final byte USUAL_PRIORITY = 4;

    private final BodyRules bodies;
    private final ClientPermissions permissions;
    private final Function<String, Optional<User>> users;
    private final BooleanSupplier diskHasRoom;
    private final StompRefusals stomp;

    IncomingMessages(
            BodyRules bodies,
            ClientPermissions permissions,
            Function<String, Optional<User>> users,
            BooleanSupplier diskHasRoom,
            StompRefusals stomp) {
        this.bodies = bodies;
        this.permissions = permissions;
        this.users = users;
        this.diskHasRoom = diskHasRoom;
        this.stomp = stomp;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreate)
            throws ActiveMQException {
        if (Broker.isOwn(session)) {
            return;
        }
        try {
            User user = user(session);
            ICoreMessage request = check(user, message);
            if (GatherRequests.isFor(message)) {
                sign(user, request);
                GatherRequests.pass(message, request);
            } else {
                sign(user, message);
            }
        } catch (RefusedMessageException e) {
            stomp.add(session.getRemotingConnection(), e.getMessage());
            throw e;
        }
    }

    /** @return the same in the broker's own form */
    private ICoreMessage check(User user, Message message) throws RefusedMessageException {
        require(diskHasRoom.getAsBoolean(), "the disk of the gateway is full: try again later");
        require(message.getRoutingType() != RoutingType.MULTICAST, "send it to a queue, not to a topic");
        ICoreMessage own = bodies.check(message);
        PropertyRules.check(message);
        checkReply(user, message.getReplyTo());
        return own;
    }

    private User user(ServerSession session) throws RefusedMessageException {
        return users.apply(session.getValidatedUser())
                .orElseThrow(() -> new RefusedMessageException("its user is removed"));
    }

    /** The gateway writes the reports, and it may write to any queue. */
    private void checkReply(User user, SimpleString replyTo) throws RefusedMessageException {
        if (replyTo != null) {
            String address = replyTo.toString().replaceFirst("^(temp-)?(queue|topic)://", "");
            require(
                    permissions.mayBeReplyTo(user, address),
                    "its reply address is none of its user's own: name a temporary queue or " + ClientNames.REPLY
                            + user.name());
        }
    }

    private static void sign(User user, Message message) {
        message.setDurable(true);
        message.setExpiration(0);
        message.setPriority(USUAL_PRIORITY);
        message.putStringProperty(MessageProperties.USER, user.name());
        message.reencode();
    }

    /** As for a topic, where no queue takes it. */
    @Override
    public void afterSend(
            ServerSession session,
            Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreate,
            RoutingStatus result)
            throws ActiveMQException {
        require(
                result == RoutingStatus.OK || GatherRequests.hasTaken(message) || Broker.isOwn(session),
                "no queue takes it");
    }

    private static void require(boolean right, String otherwise) throws RefusedMessageException {
        if (!right) {
            throw new RefusedMessageException(otherwise);
        }
    }
}
