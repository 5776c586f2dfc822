package org.caravansms.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes responses and deliveries to a socket, several with one system call. */
final class PduOutput {
    private static final Logger LOG = LoggerFactory.getLogger(PduOutput.class);

    private final Socket socket;
    private final OutputStream out;
    private final PduTally tally;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PduOutput(Socket socket, PduTally tally) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.tally = tally;
    }

    void write(List<Response> responses) throws IOException {
        // not even the lock: a long row of deliveries may be on its way to the socket
        if (responses.isEmpty()) {
            return;
        }
        answer(responses);
        responses.forEach(response -> response.sequel().responseLeft());
    }

    private synchronized void answer(List<Response> responses) throws IOException {
        requireOpen();
        // before the write: a client that has its response finds it counted
        tally.answering(responses);
        send(responses.stream().map(Response::pdu));
    }

    synchronized void deliver(List<Exchange> deliveries) throws IOException {
        requireOpen();
        send(deliveries.stream().map(Exchange::request));
    }

    /** Ends the connection: its thread does the rest. */
    void abandon() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A socket could not be closed", e);
        }
    }

    private void send(Stream<Pdu> pdus) throws IOException {
        bytes.reset();
        pdus.forEach(pdu -> bytes.writeBytes(pdu.bytes()));
        bytes.writeTo(out);
    }

    // a simulator that was closed before a response left must not count it
    private void requireOpen() throws SocketException {
        if (socket.isClosed()) {
            throw new SocketException("Socket closed");
        }
    }
}
