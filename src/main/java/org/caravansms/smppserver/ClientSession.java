package org.caravansms.smppserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravansms.api.User;
import org.caravansms.message.LogFields;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.WriteSmppPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A client's connection and its state, SMPP 3.4 section 2.2. A thread of the network changes the state; others write
 * answers and end it.
 */
final class ClientSession {

    /** From the connection to its end, in this order. */
    enum State {
        OPEN,
        LOGGING_IN,
        BOUND,
        UNBINDING,
        CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(ClientSession.class);
    private static final int SMPP_3_4 = 0x34;
    private static final long CLOSE_MILLIS = 1000;

    private final Channel channel;
    private final BoundClients clients;
    private final long responseMillis;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger sequence = new AtomicInteger();
    private final PendingDeliveries deliveries = new PendingDeliveries();
    private volatile State state = State.OPEN;
    private volatile User user;
    private volatile PduType bind;
    private volatile int version = SMPP_3_4;
    private final AtomicBoolean unbound = new AtomicBoolean();
    private final Throughput submitted = new Throughput(System::nanoTime);
    private final Throughput delivered = new Throughput(System::nanoTime);
    private final Instant since = Instant.now();
    private volatile Runnable end;

    ClientSession(Channel channel, BoundClients clients, long responseMillis) {
        this.channel = channel;
        this.clients = clients;
        this.responseMillis = responseMillis;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    User user() {
        return user;
    }

    /** @return the IP address of the client */
    InetSocketAddress address() {
        return (InetSocketAddress) channel.remoteAddress();
    }

    long responseMillis() {
        return responseMillis;
    }

    /** @param action runs on the thread of the network */
    void inLoop(Runnable action) {
        channel.eventLoop().execute(action);
    }

    boolean isOpen() {
        return channel.isActive();
    }

    /** Before it counts among the bound ones. */
    void login(User as, PduType with, int interfaceVersion) {
        user = as;
        bind = with;
        version = interfaceVersion;
    }

    boolean isBound() {
        return state == State.BOUND || state == State.UNBINDING;
    }

    boolean maySubmit() {
        return state == State.BOUND && bind != PduType.BIND_RECEIVER;
    }

    boolean mayReceive() {
        return state == State.BOUND && bind != PduType.BIND_TRANSMITTER;
    }

    /** @return whether another request of the client fits its window, which has it until its answer */
    boolean enterWindow() {
        submitted.count();
        return unanswered.incrementAndGet() <= user.smpp().window() || unanswered.decrementAndGet() < 0;
    }

    /** Of a request in the window. It leaves with the next {@link #flush()}. */
    void answerSubmit(SmppPdu answer) {
        channel.write(octets(answer));
        if (unanswered.decrementAndGet() == 0) {
            inLoop(this::endIfAnswered);
        }
    }

    void answer(SmppPdu answer) {
        channel.writeAndFlush(octets(answer));
    }

    void flush() {
        channel.flush();
    }

    /**
     * The last answer. The client closes the connection, or we do a little later: many clients lose an answer that comes
     * with the end.
     */
    void answerAndClose(SmppPdu answer) {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            answer(answer);
            channel.eventLoop().schedule((Runnable) this::close, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** SMPP 3.3 has no optional parameters. */
    private ByteBuf octets(SmppPdu pdu) {
        if (version < SMPP_3_4) {
            pdu.tlvs().clear();
        }
        return Unpooled.wrappedBuffer(WriteSmppPdu.octets(pdu));
    }

    /** Sends a request of ours. */
    void request(PduType type) {
        answer(SmppPdu.of(type, nextSequence()));
    }

    private int nextSequence() {
        return sequence.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
    }

    /** @return what becomes of it, at the latest a second after the response timer */
    CompletableFuture<PendingDeliveries.End> deliver(SmppPdu pdu) {
        delivered.count();
        SmppPdu numbered = new SmppPdu(pdu.type(), 0, nextSequence(), pdu.fields(), pdu.tlvs());
        CompletableFuture<PendingDeliveries.End> answer =
                deliveries.add(numbered.sequence(), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(responseMillis));
        answer(numbered);
        return answer;
    }

    /** @return how many deliver_sm wait for their answers */
    int undelivered() {
        return deliveries.size();
    }

    void endLateDeliveries() {
        deliveries.endLate();
    }

    /** The client answered a deliver_sm. */
    void delivered(SmppPdu answer) {
        deliveries.answered(answer);
    }

    /** Further requests of the client are refused. */
    void refuse() {
        state = State.UNBINDING;
    }

    /** The client asked for it: what it has submitted is answered first. */
    void unbindAsAsked(SmppPdu asked) {
        about(LOG.atInfo()).log("SMPP      {} unbinds", this);
        refuse();
        endWhenAnswered(() -> answerAndClose(asked.answer(EsmeStatus.ESME_ROK)));
    }

    /** The client answered our unbind. */
    void unbindAnswered() {
        endWhenAnswered(this::close);
    }

    /** @return how it is, for an operator */
    BoundClient view() {
        String kind = bind.name().substring("BIND_".length()).toLowerCase(Locale.ROOT);
        return new BoundClient(
                user.name(),
                kind,
                address().getAddress().getHostAddress() + ":" + address().getPort(),
                (version >> 4) + "." + (version & 0x0F),
                since,
                unanswered.get(),
                user.smpp().window(),
                submitted.perSecond(),
                delivered.perSecond());
    }

    private void endWhenAnswered(Runnable last) {
        end = last;
        endIfAnswered();
    }

    private void endIfAnswered() {
        if (end != null && unanswered.get() == 0) {
            end.run();
        }
    }

    /** The connection is closed by the client's answer, or without one after a while. */
    void unbind(String why) {
        if (!unbound.getAndSet(true)) {
            about(LOG.atInfo()).log("SMPP      {} is unbound: {}", this, why);
            refuse();
            request(PduType.UNBIND);
            channel.eventLoop().schedule((Runnable) this::close, responseMillis, TimeUnit.MILLISECONDS);
        }
    }

    void close(String why) {
        about(LOG.atInfo()).log("SMPP      {} is closed: {}", this, why);
        close();
    }

    void close() {
        channel.close();
    }

    /** The connection is closed. */
    void ended() {
        deliveries.endAll();
        if (clients.end(this)) {
            about(LOG.atInfo()).log("SMPP      {} is gone", this);
        }
    }

    /** @return the line with the session's user */
    LoggingEventBuilder about(LoggingEventBuilder line) {
        return LogFields.user(line, user == null ? "" : user.name());
    }

    /** Its user and its address, for the log. */
    @Override
    public String toString() {
        return user == null ? String.valueOf(channel.remoteAddress()) : user.name() + " " + channel.remoteAddress();
    }
}
