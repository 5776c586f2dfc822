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
import org.caravansms.smpp.PduInput;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSmResp;

/**
 * Reads a session's PDUs. It matches each submit_sm_resp with its request by its header alone, SMPP 3.4 section 3.2, as
 * an answer counts whatever its body is. jSMPP would pass it to a pool, which loses it when the connection is cut. A
 * deliver_sm or data_sm goes to the {@link DeliverSmIntake} as octets: jSMPP would refuse one that it cannot read, and
 * one that its pool has no room for.
 */
final class PduReader extends DefaultPDUReader {

    private static final int HEADER = 16;
    /** The longest field, a message_payload, has 64 KiB: no PDU has twice that. */
    private static final int LONGEST = 128 * 1024;
    /** By the standard a message_id has 64 octets; of a longer one the file of parts in flight holds so many. */
    private static final int LONGEST_ID = 88;

    static final String SUBMIT_SM = "submit_sm";

    private static final long LAST_ANSWERS_MILLIS = 2000;

    private final PendingRequests requests;
    private final DeliverSmIntake intake;
    private volatile long lastRead = System.nanoTime();
    private final CompletableFuture<String> failure = new CompletableFuture<>();

    PduReader(PendingRequests requests, DeliverSmIntake intake) {
        this.requests = requests;
        this.intake = intake;
    }

    /** @return when the last PDU came, as {@link System#nanoTime()} has it */
    long lastRead() {
        return lastRead;
    }

    /** @return why there is nothing more to read; waits for a reader that is about to fail */
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
            // silence: jSMPP sends an enquire_link
            throw e;
        } catch (IOException e) {
            failure.complete(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private boolean isReadHere(Command header, DataInputStream in) throws IOException, InterruptedException {
        switch (header.getCommandId()) {
            case SMPPConstant.CID_SUBMIT_SM_RESP -> answered(header, whole(in, header));
            case SMPPConstant.CID_DELIVER_SM, SMPPConstant.CID_DATA_SM -> intake.take(whole(in, header));
            case SMPPConstant.CID_UNBIND -> {
                intake.awaitAnswered(LAST_ANSWERS_MILLIS);
                return false;
            }
            default -> {
                return isOtherAnswer(header) && readOther(header, in);
            }
        }
        return true;
    }

    /** generic_nack is a response, too. */
    private boolean isOtherAnswer(Command header) {
        return header.getCommandId() < 0 && SUBMIT_SM.equals(requests.command(header.getSequenceNumber()));
    }

    /** After half a PDU the next one cannot be found. */
    private byte[] whole(DataInputStream in, Command header) throws IOException {
        try {
            return super.readPDU(in, header);
        } catch (SocketTimeoutException e) {
            throw new IOException("The SMSC stopped in the middle of a PDU", e);
        }
    }

    /**
     * Of a bind_resp only the header: jSMPP fails at an sc_interface_version that it does not know, and at half a body.
     */
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
            // the next PDU cannot be found any more
            throw new IOException(e.getMessage(), e);
        }
    }

    private void answered(Command header, byte[] pdu) {
        SubmitSmResp answer = new SubmitSmResp();
        answer.setCommandId(header.getCommandId());
        answer.setCommandStatus(header.getCommandStatus());
        answer.setSequenceNumber(header.getSequenceNumber());
        answer.setMessageId(messageId(pdu));
        PendingRequest request = requests.remove(header.getSequenceNumber());
        if (request != null) {
            request.done(answer);
        }
    }

    /** @return message_id, section 4.4.2, or what there is of it */
    private static String messageId(byte[] pdu) {
        String id = new PduInput(pdu, HEADER).cString();
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }

    /** A generic_nack, section 4.3.1, is a refusal; a response to another request means nothing. */
    private boolean readOther(Command header, DataInputStream in) throws IOException {
        whole(in, header);
        PendingRequest request = requests.remove(header.getSequenceNumber());
        if (request != null && header.getCommandId() == SMPPConstant.CID_GENERIC_NACK) {
            request.done(header);
        } else if (request != null) {
            request.doneWithInvalidResponse(
                    new InvalidResponseException("answered with command_id 0x%08X".formatted(header.getCommandId())));
        }
        return true;
    }

    private static boolean isBindResp(int commandId) {
        return commandId == SMPPConstant.CID_BIND_TRANSMITTER_RESP
                || commandId == SMPPConstant.CID_BIND_RECEIVER_RESP
                || commandId == SMPPConstant.CID_BIND_TRANSCEIVER_RESP;
    }
}
