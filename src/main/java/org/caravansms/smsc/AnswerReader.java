package org.caravansms.smsc;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
 * those that wait there when the connection is cut would be lost, though they came.
 */
final class AnswerReader extends DefaultPDUReader {

    private static final int HEADER = 16;
    /** The longest field, a message_payload, has 64 KiB: what claims to be twice that is no PDU. */
    private static final int LONGEST = 128 * 1024;

    private final UnansweredRequests requests;
    private volatile long lastRead = System.nanoTime();
    private volatile String failure = "the connection was closed";

    AnswerReader(UnansweredRequests requests) {
        this.requests = requests;
    }

    /** @return when the last PDU came, as {@link System#nanoTime()} has it */
    long lastRead() {
        return lastRead;
    }

    /** @return why there is nothing more to read */
    String failure() {
        return failure;
    }

    /** @return the header of the next PDU that is no submit_sm_resp */
    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        try {
            Command header = header(in);
            while (header.getCommandId() == SMPPConstant.CID_SUBMIT_SM_RESP) {
                answer(header.getSequenceNumber(), super.readPDU(in, header));
                header = header(in);
            }
            return header;
        } catch (EOFException e) {
            failure = "the SMSC closed the connection";
            throw e;
        } catch (IOException e) {
            failure = e.getMessage();
            throw e;
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
                || commandId == SMPPConstant.CID_BIND_TRANSCEIVER_RESP;
    }
}
