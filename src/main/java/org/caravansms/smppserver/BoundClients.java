package org.caravansms.smppserver;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caravansms.api.User;

/** The open connections, and those of them that are bound. */
public final class BoundClients {

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Set<ClientSession> bound = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final Consumer<String> opened;

    /** @param opened begins to deliver to a user, who may be known already; it may take a while */
    public BoundClients(Consumer<String> opened) {
        this.opened = opened;
    }

    /** Before a bind of the user that may receive. */
    void open(String user) {
        opened.accept(user);
    }

    /** @return a bind of the user that may receive: the next of those with the fewest unanswered deliveries */
    Optional<ClientSession> receiver(String user) {
        List<ClientSession> receivers = bound.stream()
                .filter(session -> session.user().name().equals(user) && session.mayReceive())
                .toList();
        int next = turn.getAndIncrement();
        return IntStream.range(0, receivers.size())
                .mapToObj(i -> receivers.get(Math.floorMod(next + i, receivers.size())))
                .min(Comparator.comparingInt(ClientSession::undelivered));
    }

    /** @return false when there are so many already */
    boolean open(Channel connection, int most) {
        return connections.size() < most && connections.add(connection);
    }

    /** @return whether the user of the session has a bind left for it */
    synchronized boolean bind(ClientSession session) {
        return count(session.user().name()) < session.user().smpp().binds() && bound.add(session);
    }

    /** @return whether it was bound */
    synchronized boolean end(ClientSession session) {
        return bound.remove(session);
    }

    /** @return how many binds the user has */
    int count(String user) {
        return (int) bound.stream()
                .filter(session -> session.user().name().equals(user))
                .count();
    }

    /**
     * A client with a right login binds again.
     *
     * @param isCurrent whether a user is the same as at its bind, and may still be bound
     */
    void unbindChanged(Predicate<User> isCurrent) {
        bound.stream()
                .filter(session -> !isCurrent.test(session.user()))
                .forEach(session -> session.unbind("its user was changed"));
    }

    /** @return the binds, by user and since when */
    public List<BoundClient> all() {
        return bound.stream()
                .map(ClientSession::view)
                .sorted(Comparator.comparing(BoundClient::user).thenComparing(BoundClient::since))
                .toList();
    }

    /** @return how many binds of the user end */
    public int unbind(String user) {
        List<ClientSession> sessions = bound.stream()
                .filter(session -> session.user().name().equals(user))
                .toList();
        sessions.forEach(session -> session.unbind("an operator asked for it"));
        return sessions.size();
    }

    /** What clients have not answered in time is refused. */
    void endLateDeliveries() {
        bound.forEach(ClientSession::endLateDeliveries);
    }

    void refuse() {
        bound.forEach(ClientSession::refuse);
    }

    void unbindAll() {
        List.copyOf(bound).forEach(session -> session.unbind("the gateway stops"));
    }

    /** Closes the connections that are still open after so long. */
    void awaitEnd(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!bound.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        connections.close().awaitUninterruptibly(millis);
    }
}
