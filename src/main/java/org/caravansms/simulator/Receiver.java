package org.caravansms.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving side of one bound session: takes from the mailbox what its window has room for, sends it, and matches
 * the answers. Deliveries that are refused, or unanswered when the session ends, go back to the mailbox.
 */
final class Receiver implements ResponseSequel, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int MOST_AT_A_TIME = 500;

    private final String systemId;
    private final Mailbox mailbox;
    private final PduOutput output;
    private final Journal journal;
    private final OutgoingDeliveries deliveries;
    private final Unanswered unanswered;
    private final long restNanos;
    private boolean closed;
    private Daemon thread;

    Receiver(String systemId, PduOutput output, Service service) {
        this.systemId = systemId;
        this.output = output;
        this.journal = service.journal();
        this.deliveries = service.deliveries();
        this.mailbox = deliveries.mailbox(systemId);
        this.unanswered = new Unanswered(service.options().receipts.window);
        this.restNanos = TimeUnit.MILLISECONDS.toNanos(service.options().receipts.restMillis);
    }

    /** Before the response: a client that has it is the one that was bound last. */
    @Override
    public void beforeResponse() {
        deliveries.joined(mailbox);
    }

    /** Begins to receive, unless its session is over already: an ESME expects nothing before the bind_resp. */
    @Override
    public synchronized void responseLeft() {
        if (!closed) {
            mailbox.join(this);
            thread = Daemon.start(Thread.currentThread().getName() + "-receiver", this);
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                int room = unanswered.awaitRoom();
                sendOrPass(mailbox.take(Math.min(room, MOST_AT_A_TIME)));
            }
        } catch (InterruptedException e) {
            // the session is over: the mailbox has what it did not send
            LOG.debug("A session receives no more");
        }
    }

    private void sendOrPass(List<DueDelivery> due) {
        List<DueDelivery> mine = new ArrayList<>(due);
        List<DueDelivery> others = new ArrayList<>();
        mine.removeIf(delivery -> delivery.notBy() == this && others.add(delivery));
        send(mine);
        if (!others.isEmpty()) {
            mailbox.passOn(others, this);
        }
    }

    /** Sends them, or gives them back where the session is over. */
    void send(List<DueDelivery> due) {
        List<Exchange> sent = unanswered.add(systemId, due);
        if (sent.isEmpty()) {
            mailbox.takeBack(due);
        } else {
            write(sent);
        }
    }

    private void write(List<Exchange> sent) {
        try {
            journal.write(sent);
            output.deliver(sent);
        } catch (IOException e) {
            // all that is unanswered goes back when the connection's thread notices
            LOG.debug("{} deliveries were not sent", sent.size(), e);
            output.abandon();
        }
    }

    int room() {
        return unanswered.room();
    }

    /** The delivery that a response answers; null for none. */
    DueDelivery answered(Pdu response) {
        DueDelivery delivery = unanswered.remove(response);
        if (delivery != null && !response.isAccepted()) {
            again(delivery);
        }
        return delivery;
    }

    private void again(DueDelivery delivery) {
        mailbox.addAgain(delivery, System.nanoTime() + restNanos);
    }

    /** The session is over: when it returns nothing more is written. */
    void close() {
        mailbox.leave(this);
        Daemon receiving = end();
        unanswered.end().forEach(this::again);
        if (receiving != null) {
            receiving.awaitEnd();
        }
    }

    private synchronized Daemon end() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
        return thread;
    }
}
