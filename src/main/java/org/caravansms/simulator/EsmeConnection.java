package org.caravansms.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection: reads its PDUs and answers them. */
final class EsmeConnection implements Runnable, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(EsmeConnection.class);

    private final Socket socket;
    private final PduStream input;
    private final Session session;
    private final Journal journal;
    private final DelayedOutput delayed;
    private final Batch batch;

    EsmeConnection(Socket socket, Service service) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        journal = service.journal();
        input = new PduStream(socket.getInputStream());
        PduOutput output = new PduOutput(socket, service.tally());
        session = new Session(service, output);
        delayed = new DelayedOutput(output);
        batch = new Batch(service, output, delayed);
    }

    @Override
    public void run() {
        answerAll();
        session.close();
        takeDownUnsent();
    }

    private void answerAll() {
        try (socket;
                delayed) {
            serve();
        } catch (IOException e) {
            // the client went, sent garbage or the simulator was closed: only this connection ends
            LOG.debug("A connection ended", e);
        } catch (RuntimeException e) {
            LOG.error("A connection is closed: the answers or a listener failed", e);
        }
    }

    // without these lines the log would say that they left
    private void takeDownUnsent() {
        List<Response> responses = delayed.unsent();
        responses.forEach(response -> response.sequel().responseOver());
        List<Exchange> unsent = responses.stream()
                .map(response -> Exchange.unsent(session.systemId(), response))
                .toList();
        try {
            if (!unsent.isEmpty()) {
                journal.write(unsent);
            }
        } catch (IOException e) {
            LOG.debug("{} responses that were not sent are not in the log", unsent.size(), e);
        }
    }

    private void serve() throws IOException {
        for (Pdu pdu = input.next(); pdu != null; pdu = input.next()) {
            Exchange exchange = session.receive(pdu);
            batch.add(exchange);
            if (exchange.isCut()) {
                batch.flush();
                return;
            }
            if (!input.hasNext()) {
                batch.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
