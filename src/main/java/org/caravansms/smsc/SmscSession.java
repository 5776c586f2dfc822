package org.caravansms.smsc;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.SendCommandTask;
import org.jsmpp.session.connection.ConnectionFactory;

/**
 * One session with an SMSC, from its bind to its end, SMPP 3.4 section 2.2. At its end all pending requests fail at
 * once, not when the response timer has run out. A session is used once.
 */
final class SmscSession extends SMPPSession {

    private static final String ENQUIRE_LINK = "enquire_link";
    private static final long READER_MILLIS = 100;

    private final PendingRequests requests;
    private final DeliverSmIntake intake;
    private final PduReader reader;
    private final PduWriter writer = new PduWriter(this::write);
    private final AtomicReference<String> end = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param reader matches answers with the requests, and hands the intake what the SMSC sends */
    SmscSession(ConnectionFactory connections, PendingRequests requests, DeliverSmIntake intake, PduReader reader) {
        super(new SynchronizedPDUSender(new DefaultPDUSender(new BindComposer())), reader, connections);
        this.requests = requests;
        this.intake = intake;
        this.reader = reader;
        addSessionStateListener((now, before, session) -> {
            if (now == SessionState.UNBOUND) {
                end("the SMSC unbound");
            }
        });
    }

    /** Whether a submit_sm may be sent on it. */
    boolean isUsable() {
        return end.get() == null;
    }

    /** Sends no further submit_sm; pending ones may still be answered. Only the first reason counts. */
    void end(String reason) {
        end.compareAndSet(null, reason);
        ended.countDown();
    }

    /** @return why it ended, null before */
    String endedBy() {
        return end.get();
    }

    /** @return whether it has ended */
    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** @return whether the SMSC has sent nothing for so long */
    boolean isSilentFor(Duration silence) {
        return System.nanoTime() - reader.lastRead() > silence.toNanos();
    }

    /** From now on submit_sm are written, and the requests of the SMSC are answered. */
    void begin() {
        writer.start();
        intake.start(this::write);
    }

    /**
     * Sends a submit_sm and returns at once.
     *
     * @return completes with the answer, which may be a refusal; exceptionally with an IOException when nothing was
     *     sent, and else when no answer came
     * @throws IOException when the session has ended: nothing is sent
     * @throws PDUException when it cannot be composed
     */
    CompletableFuture<Command> submit(Composer submit) throws IOException, PDUException {
        ensureTransmittable(PduReader.SUBMIT_SM);
        int sequenceNumber = sequence().nextValue();
        byte[] octets = submit.octets(sequenceNumber);
        PendingRequest request = requests.add(sequenceNumber, PduReader.SUBMIT_SM, getTransactionTimer());
        writer.add(octets, request);
        return request.inTime;
    }

    /** Composes a PDU with a sequence_number. */
    @FunctionalInterface
    interface Composer {
        byte[] octets(int sequenceNumber) throws PDUException;
    }

    /** Fails the requests whose response timer has run out. */
    void expireRequests() {
        requests.expire();
    }

    /** Waits for the pending answers of both sides, then unbinds, SMPP 3.4 section 4.2, and closes. */
    void leave(Duration patience) throws InterruptedException {
        end("it was left");
        try {
            requests.awaitNone(patience);
            intake.close();
            intake.awaitAnswered(patience.toMillis());
        } finally {
            intake.end();
            setTransactionTimer(patience.toMillis());
            unbindAndClose();
        }
    }

    @Override
    protected Command executeSendCommand(SendCommandTask task, long timeoutMillis)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        int sequenceNumber = sequence().nextValue();
        PendingRequest request = requests.add(sequenceNumber, task.getCommandName(), timeoutMillis);
        try {
            write(task, sequenceNumber);
            request.waitDone();
            requests.remove(sequenceNumber);
        } catch (ResponseTimeoutException e) {
            requests.late(sequenceNumber, request);
            throw timedOut(task, e);
        } catch (PDUException | InvalidResponseException | RuntimeException e) {
            requests.remove(sequenceNumber);
            throw e;
        }
        return accepted(request.getResponse());
    }

    private void write(SendCommandTask task, int sequenceNumber) throws PDUException, InvalidResponseException {
        try {
            task.executeTask(connection().getOutputStream(), sequenceNumber);
        } catch (IOException e) {
            cut(e);
            throw PendingRequests.unanswered(end.get());
        }
    }

    private void write(byte[] pdus) {
        try {
            OutputStream out = connection().getOutputStream();
            // jSMPP locks the stream, too
            synchronized (out) {
                out.write(pdus);
            }
        } catch (IOException e) {
            cut(e);
        }
    }

    private void cut(IOException e) {
        end(reader.failure(READER_MILLIS, String.valueOf(e.getMessage())));
        close();
    }

    private ResponseTimeoutException timedOut(SendCommandTask task, ResponseTimeoutException timeout) {
        if (ENQUIRE_LINK.equals(task.getCommandName())) {
            end(timeout.getMessage());
        }
        return timeout;
    }

    private static Command accepted(Command response) throws NegativeResponseException {
        if (!isAccepted(response)) {
            throw new NegativeResponseException(response.getCommandStatus());
        }
        return response;
    }

    /** Whether an answer is positive: a generic_nack never is, even with status 0. */
    static boolean isAccepted(Command answer) {
        return answer.getCommandStatus() == 0 && answer.getCommandId() != SMPPConstant.CID_GENERIC_NACK;
    }

    @Override
    protected PendingResponse<Command> removePendingResponse(int sequenceNumber) {
        return requests.remove(sequenceNumber);
    }

    @Override
    public int getUnacknowledgedRequests() {
        return requests.count();
    }

    @Override
    public void close() {
        intake.end();
        writer.close();
        requests.refuse(reader.failure(0, "the connection was closed"));
        super.close();
        end(reader.failure(0, "the connection was closed"));
        requests.end(end.get());
    }
}
