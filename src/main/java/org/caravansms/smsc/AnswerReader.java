package org.caravansms.smsc;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.util.DefaultDecomposer;

/**
 * Reads a session's PDUs. It matches each submit_sm_resp with its request by itself: jSMPP hands them to a pool, and
 * those that wait there when the connection is cut would be lost, though they came. A deliver_sm or data_sm it hands to
 * the {@link Intake} as the octets that it is: jSMPP would refuse what it cannot read, and what is too much for its pool.
 */
final class AnswerReader extends DefaultPDUReader {

    private static final int HEADER = 16;
    /** The longest field, a message_payload, has 64 KiB: what claims to be twice that is no PDU. */
    private static final int LONGEST = 128 * 1024;

    private static final long LAST_ANSWERS_MILLIS = 2000;

    private final UnansweredRequests requests;
    private final Intake intake;
    private volatile long lastRead = System.nanoTime();
    private final CompletableFuture<String> failure = new CompletableFuture<>();

    AnswerReader(UnansweredRequests requests, Intake intake) {
        this.requests = requests;
        this.intake = intake;
    }

    /** @return when the last PDU came, as {@link System#nanoTime()} has it */
    long lastRead() {
        return lastRead;
    }

    /** @return why there is nothing more to read, which the reader may be about to find out */
    String failure(long patienceMillis, String otherwise) {
        return failure.copy()
                .completeOnTimeout(otherwise, patienceMillis, TimeUnit.MILLISECONDS)
                .join();
    }

    /** @return the header of the next PDU that is none of those read here */
    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        try {
            Command header = header(in);
            while (isReadHere(header, in)) {
                header = header(in);
            }
            return header;
        } catch (EOFException e) {
            failure.complete("the SMSC closed the connection");
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The reader was stopped");
        } catch (SocketTimeoutException e) {
            // nobody says anything: jSMPP asks whether the SMSC is there
            throw e;
        } catch (IOException e) {
            failure.complete(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private boolean isReadHere(Command header, DataInputStream in) throws IOException, InterruptedException {
        switch (header.getCommandId()) {
            case SMPPConstant.CID_SUBMIT_SM_RESP -> answer(header.getSequenceNumber(), whole(in, header));
            case SMPPConstant.CID_DELIVER_SM, SMPPConstant.CID_DATA_SM -> intake.take(whole(in, header));
            case SMPPConstant.CID_UNBIND -> {
                intake.awaitAnswered(LAST_ANSWERS_MILLIS);
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** After a half of one nobody knows where the next one begins. */
    private byte[] whole(DataInputStream in, Command header) throws IOException {
        try {
            return super.readPDU(in, header);
        } catch (SocketTimeoutException e) {
            throw new IOException("The SMSC stopped in the middle of a PDU", e);
        }
    }

    /** Of a bind_resp only the header: jSMPP fails at an sc_interface_version that it does not know, and at half a body. */
    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        byte[] pdu = super.readPDU(in, header);
        return isBindResp(header.getCommandId())
                ? ByteBuffer.wrap(Arrays.copyOf(pdu, HEADER)).putInt(HEADER).array()
                : pdu;
    }

    private Command header(DataInputStream in) throws IOException {
        try {
            Command header = super.readPDUHeader(in);
            lastRead = System.nanoTime();
            if (header.getCommandLength() > LONGEST) {
                throw new IOException("A PDU of " + header.getCommandLength() + " octets");
            }
            return header;
        } catch (InvalidCommandLengthException e) {
            // whatever follows, it does not begin where a PDU does
            throw new IOException(e.getMessage(), e);
        }
    }

    private void answer(int sequenceNumber, byte[] pdu) {
        PendingResponse<Command> request = requests.remove(sequenceNumber);
        if (request == null) {
            return;
        }
        try {
            request.done(new DefaultDecomposer().submitSmResp(pdu));
        } catch (PDUStringException | RuntimeException e) {
            request.doneWithInvalidResponse(new InvalidResponseException("a submit_sm_resp that cannot be read"));
        }
    }

    private static boolean isBindResp(int commandId) {
        return commandId == SMPPConstant.CID_BIND_TRANSMITTER_RESP
                || commandId == SMPPConstant.CID_BIND_RECEIVER_RESP
                || commandId == SMPPConstant.CID_BIND_TRANSCEIVER_RESP;
    }
}
