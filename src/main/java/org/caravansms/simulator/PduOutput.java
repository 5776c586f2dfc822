package org.caravansms.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/** Writes responses to a socket, several with one system call. */
final class PduOutput {
    private final Socket socket;
    private final OutputStream out;
    private final Tally tally;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PduOutput(Socket socket, Tally tally) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.tally = tally;
    }

    synchronized void write(List<Response> responses) throws IOException {
        if (responses.isEmpty()) {
            return;
        }
        requireOpen();
        // before the write: a client that has its response finds it counted
        tally.answering(responses);
        send(responses);
    }

    private void send(List<Response> responses) throws IOException {
        bytes.reset();
        responses.forEach(response -> bytes.writeBytes(response.pdu().bytes()));
        bytes.writeTo(out);
    }

    // a simulator that was closed before a response left must not count it
    private void requireOpen() throws SocketException {
        if (socket.isClosed()) {
            throw new SocketException("Socket closed");
        }
    }
}
