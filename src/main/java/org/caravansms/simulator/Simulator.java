package org.caravansms.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An SMSC for tests, demos and benchmarks: an SMPP 3.4 server in this process, on a loopback port by default.
 *
 * <p>It answers bind_transmitter, bind_receiver, bind_transceiver, submit_sm, enquire_link and unbind;
 * other requests get a generic_nack with ESME_RINVCMDID, and responses that answer nothing are taken silently. A
 * command_length below 16 or above 65536 octets closes the connection, a body that cannot be read is
 * answered with the command_status that says why (SMPP 3.4 issue 1.2, sections 3.2, 4 and 5.1.3).
 *
 * <p>It sends deliver_sm and data_sm (sections 4.6 and 4.7) to the sessions bound as receivers or transceivers with the
 * system_id in question: receipts for the submit_sm that ask for one, and the messages
 * of {@link #deliver(InboundSms)}. It holds them, for as long as it runs, until they are answered with ESME_ROK;
 * until then they may be sent more than once and in any order.
 *
 * <p>A simulator is started once and closed once; another one may listen on the same port right after.
 */
public final class Simulator implements AutoCloseable {
    private final SimulatorOptions options;
    private final PduTally tally = new PduTally();
    private final OutgoingDeliveries deliveries;
    private Journal journal;
    private Acceptor acceptor;
    private Daemon inbound;

    /** An SMSC that does nothing before {@link #start()}. */
    public Simulator(SimulatorOptions options) {
        this.options = options;
        this.deliveries = new OutgoingDeliveries(options, tally);
    }

    /**
     * Opens the log file and listens.
     *
     * @return this simulator, ready for binds
     * @throws IOException if the log file cannot be opened or the port is in use; the message says which
     * @throws IllegalStateException if it was started before
     */
    public synchronized Simulator start() throws IOException {
        if (acceptor != null) {
            throw new IllegalStateException("this simulator was started before");
        }
        journal = new Journals(options, tally);
        acceptor = listen();
        inbound = options.inbound.start(deliveries);
        return this;
    }

    private Acceptor listen() throws IOException {
        try {
            return Acceptor.listen(new Service(options, journal, tally, new Behaviour(options), deliveries));
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * The TCP port it listens on, also where the options asked for any free one (0).
     *
     * @throws IllegalStateException if it was not started
     */
    public synchronized int port() {
        if (acceptor == null) {
            throw new IllegalStateException("this simulator was not started");
        }
        return acceptor.port();
    }

    /** The counts of the PDUs received so far. */
    public Counts counts() {
        return tally.stats().counts();
    }

    /** The receipts that were sent so far. */
    public DeliveryCounts receipts() {
        return tally.stats().receipts();
    }

    /** The inbound messages that were sent so far, by their parts. */
    public DeliveryCounts inbound() {
        return tally.stats().inbound();
    }

    /**
     * Sends a message from a person to an ESME, now or when it is bound.
     *
     * @return the {@link OutgoingDelivery#id()} of its parts
     * @throws IllegalArgumentException if its alphabet lacks a character, or it has more than 255 parts or not those
     *     that its order names
     */
    public String deliver(InboundSms sms) {
        return deliveries.deliver(sms);
    }

    /** The counts of all PDUs so far, and the first and last times. */
    public Stats stats() {
        return tally.stats();
    }

    /**
     * Closes the listener and all connections at once, without unbind and without the responses that are
     * still due: as if the SMSC had died. May be called from a listener: the
     * response of the PDU it was given does not leave then.
     */
    @Override
    public void close() {
        Acceptor listening = listening();
        if (listening == null) {
            return;
        }
        try {
            listening.close();
            if (inbound != null) {
                inbound.interrupt();
            }
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Acceptor listening() {
        return acceptor;
    }
}
