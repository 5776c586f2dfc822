package org.caravansms.simulator;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A response, its fate and what follows it; the message_id is null where it has none. */
record Response(Pdu pdu, String messageId, long extraLatencyMillis, ResponseFate fate, ResponseSequel sequel) {
    private static final byte[] NO_BODY = {};
    /** The optional parameter sc_interface_version: SMPP 3.4 (SMPP 3.4 issue 1.2, section 5.3.2.25). */
    private static final byte[] INTERFACE_VERSION = {0x02, 0x10, 0x00, 0x01, 0x34};

    private static final String SYSTEM_ID = "simulator";
    private static final long RANDOM_STARTS = 1L << 40;
    /** The values of message_id: a counter that starts elsewhere in each process. */
    private static final AtomicLong MESSAGE_IDS = new AtomicLong(new SecureRandom().nextLong(RANDOM_STARTS));

    /** The response to a request with this command_status, without a body. */
    static Response of(Pdu request, int status) {
        return leaving(request.answer(CommandId.responseTo(request.commandId()), status, NO_BODY));
    }

    /** generic_nack (section 4.3.1). */
    static Response genericNack(Pdu request, int status) {
        return leaving(request.answer(CommandId.GENERIC_NACK, status, NO_BODY));
    }

    /** The response to a bind; a body only where it is accepted (section 4.1). */
    static Response bind(Pdu request, int status) {
        if (status != CommandStatus.ESME_ROK) {
            return of(request, status);
        }
        byte[] body = new PduBody().cString(SYSTEM_ID).bytes(INTERFACE_VERSION).bytes();
        int id = CommandId.responseTo(request.commandId());
        return leaving(request.answer(id, status, body));
    }

    private static Response leaving(Pdu pdu) {
        return new Response(pdu, null, 0, ResponseFate.LEAVES, ResponseSequel.NONE);
    }

    /** submit_sm_resp; a body only where it is accepted (section 4.4.2). */
    static Response submitSm(Pdu request, SubmitAnswer answer, MessageIdFormat form) {
        boolean accepted = answer.isAccepted();
        String messageId = accepted ? form.response(MESSAGE_IDS.getAndIncrement()) : null;
        byte[] body = accepted ? new PduBody().cString(messageId).bytes() : NO_BODY;
        int id = CommandId.responseTo(CommandId.SUBMIT_SM);
        Pdu pdu = request.answer(id, answer.commandStatus(), body);
        return new Response(pdu, messageId, answer.extraLatencyMillis(), answer.fate(), ResponseSequel.NONE);
    }

    Response withFate(ResponseFate fate) {
        return new Response(pdu, messageId, extraLatencyMillis, fate, sequel);
    }

    Response withSequel(ResponseSequel sequel) {
        return new Response(pdu, messageId, extraLatencyMillis, fate, sequel);
    }
}
