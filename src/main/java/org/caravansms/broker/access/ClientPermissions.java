package org.caravansms.broker.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.utils.CompositeAddress;
import org.caravansms.api.User;
import org.caravansms.api.User.QueueRight;

/**
 * What a user may do: send to the queue of submissions, read the reports from an address of its own, and read its own
 * events from subscriptions of its own. All else is refused, such as browsing and management.
 *
 * @param owners finds the user who created a queue, null for no such queue
 */
record ClientPermissions(UnaryOperator<String> owners) {

    private static final Set<CheckType> TO_READ = EnumSet.of(
            CheckType.CREATE_ADDRESS,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.CONSUME,
            CheckType.DELETE_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    private static final Set<CheckType> TO_CREATE_TEMPORARY =
            EnumSet.of(CheckType.CREATE_ADDRESS, CheckType.CREATE_NON_DURABLE_QUEUE);

    private static final Set<CheckType> WITH_TEMPORARY =
            EnumSet.of(CheckType.SEND, CheckType.CONSUME, CheckType.DELETE_NON_DURABLE_QUEUE, CheckType.DELETE_ADDRESS);

    /** @param target an address, or an address and a queue with {@code ::} between them */
    boolean may(User user, CheckType permission, String target) {
        ClientNames own = new ClientNames(user.name());
        String address = CompositeAddress.extractAddressName(target);
        String queue = CompositeAddress.isFullyQualified(target) ? CompositeAddress.extractQueueName(target) : address;
        return user.queue().contains(QueueRight.SEND) && maySubmit(own, permission, address, queue)
                || user.queue().contains(QueueRight.RECEIVE) && mayReceive(own, permission, address, queue);
    }

    private boolean maySubmit(ClientNames own, CheckType permission, String address, String queue) {
        if (!address.equals(queue)) {
            return false;
        } else if (own.isReply(address)) {
            return permission == CheckType.SEND || TO_READ.contains(permission);
        }
        return permission == CheckType.SEND && address.equals(ClientNames.SUBMIT)
                || mayUseTemporary(own, permission, address);
    }

    private boolean mayUseTemporary(ClientNames own, CheckType permission, String name) {
        String owner = ClientNames.isGenerated(name) ? owners.apply(name) : "";
        return owner == null
                ? TO_CREATE_TEMPORARY.contains(permission)
                : owner.equals(own.user()) && WITH_TEMPORARY.contains(permission);
    }

    private static boolean mayReceive(ClientNames own, CheckType permission, String address, String queue) {
        return own.isEvents(address)
                && TO_READ.contains(permission)
                && (queue.equals(address)
                        ? permission == CheckType.CREATE_ADDRESS
                        : ClientNames.isGenerated(queue) || own.isSubscription(queue));
    }

    /** Whether reports may go there; the gateway sends them, and could send to any queue. */
    boolean mayBeReplyTo(User user, String address) {
        return may(user, CheckType.CONSUME, address) && !address.contains(CompositeAddress.SEPARATOR);
    }
}
