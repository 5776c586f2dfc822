package org.caravansms.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.simulator.Exchange.AnsweredDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving side of one bound session: takes from the mailbox what its window has room for, sends it, and matches
 * the answers. Deliveries that are refused, or unanswered when the session ends, go back to the mailbox.
 */
final class Receiver implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int MOST_AT_A_TIME = 500;

    private final String systemId;
    private final Mailbox mailbox;
    private final PduOutput output;
    private final Journal journal;
    private final OutgoingDeliveries deliveries;
    private final Unanswered unanswered;
    private boolean closed;
    private Daemon thread;

    Receiver(String systemId, Mailbox mailbox, PduOutput output, Service service) {
        this.systemId = systemId;
        this.mailbox = mailbox;
        this.output = output;
        this.journal = service.journal();
        this.deliveries = service.deliveries();
        this.unanswered = new Unanswered(deliveries.window());
    }

    /** Begins to receive, unless its session is over already. */
    synchronized void start() {
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
        List<SentDelivery> sent = unanswered.add(systemId, due);
        if (sent.isEmpty()) {
            mailbox.takeBack(due);
        } else {
            write(sent);
        }
    }

    private void write(List<SentDelivery> sent) {
        try {
            journal.delivering(sent);
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
    AnsweredDelivery answered(Pdu response) {
        DueDelivery delivery = unanswered.remove(response);
        if (delivery == null) {
            return null;
        }
        AnsweredDelivery answered =
                new AnsweredDelivery(delivery.delivery(), delivery.times(), response.commandStatus());
        if (!answered.isAcknowledged()) {
            again(delivery);
        }
        return answered;
    }

    private void again(DueDelivery delivery) {
        mailbox.addAgain(delivery, System.nanoTime() + deliveries.restNanos());
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
