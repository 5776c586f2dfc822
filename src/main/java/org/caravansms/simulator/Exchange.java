package org.caravansms.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A PDU that was received and what it is answered, or a delivery that is sent: what the journals write.
 *
 * @param epochMicros when it was received or given to the socket
 * @param systemId the system_id of the connection's last bind; null before one
 * @param request the PDU
 * @param submitSm its content where it is a submit_sm that could be read; else null
 * @param response what it is answered; null where it is not
 * @param delivery the delivery that it is, or answers; null where it is neither
 */
record Exchange(
        long epochMicros, String systemId, Pdu request, SubmitSm submitSm, Response response, DueDelivery delivery) {
    /** The wall clock in microseconds since the epoch: milliseconds are too coarse for thousands of PDUs a second. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    boolean isAcceptedBind() {
        return CommandId.isBind(request.commandId())
                && response != null
                && response.pdu().isAccepted();
    }

    /** A response that was due later when its connection ended. */
    static Exchange unsent(String systemId, Response response) {
        return new Exchange(micros(), systemId, response.pdu(), null, response.withFate(ResponseFate.LOST), null);
    }

    boolean isUnsent() {
        return response != null && response.pdu() == request;
    }

    /** A delivery that is about to be given to the socket of its session. */
    static Exchange sent(String systemId, DueDelivery delivery, int sequence) {
        return new Exchange(micros(), systemId, delivery.delivery().pdu(sequence), null, null, delivery);
    }

    boolean isSent() {
        return delivery != null && !request.isResponse();
    }

    /** Whether the connection is closed instead of an answer. */
    boolean isCut() {
        return response != null && response.fate() == ResponseFate.CUT;
    }

    /** Whether it has an answer that never leaves. */
    boolean isLost() {
        return response != null && response.fate() != ResponseFate.LEAVES;
    }
}
