package org.caravansms.simulator;

import java.nio.ByteBuffer;

/**
 * One PDU: the header's fields and all its bytes, header included (SMPP 3.4 issue 1.2, section 3.2). The
 * array is not copied: nobody changes it.
 */
record Pdu(int commandId, int commandStatus, int sequence, byte[] bytes) {
    static final int HEADER_LENGTH = 16;
    static final int MAX_LENGTH = 65536;

    static Pdu received(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes, Integer.BYTES, HEADER_LENGTH - Integer.BYTES);
        return new Pdu(header.getInt(), header.getInt(), header.getInt(), bytes);
    }

    /** A request. */
    static Pdu of(int commandId, int sequence, byte[] body) {
        return of(commandId, 0, sequence, body);
    }

    private static Pdu of(int commandId, int status, int sequence, byte[] body) {
        ByteBuffer pdu = ByteBuffer.allocate(HEADER_LENGTH + body.length);
        pdu.putInt(pdu.capacity()).putInt(commandId).putInt(status).putInt(sequence);
        return new Pdu(commandId, status, sequence, pdu.put(body).array());
    }

    /** The answer to this PDU. */
    Pdu answer(int answerId, int status, byte[] body) {
        return of(answerId, status, sequence, body);
    }

    boolean isResponse() {
        return CommandId.isResponse(commandId);
    }

    /** Whether it is a response without an error. */
    boolean isAccepted() {
        return commandStatus == CommandStatus.ESME_ROK;
    }
}
