package org.caravansms.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A PDU that was received and what it is answered: what the journals write.
 *
 * @param epochMicros when it was received
 * @param systemId the system_id of the connection's last bind; null before one
 * @param request the PDU
 * @param submitSm its content where it is a submit_sm that could be read; else null
 * @param response what it is answered; null where it is not
 * @param answered the delivery that it answers itself; null where it is no such answer
 */
record Exchange(
        long epochMicros,
        String systemId,
        Pdu request,
        SubmitSm submitSm,
        Response response,
        AnsweredDelivery answered) {
    /** A delivery, which time it was that it was sent, and the command_status that it was answered with. */
    record AnsweredDelivery(OutgoingDelivery delivery, int times, int commandStatus) {
        boolean isAcknowledged() {
            return commandStatus == CommandStatus.ESME_ROK;
        }
    }

    /** The wall clock in microseconds since the epoch: milliseconds are too coarse for thousands of PDUs a second. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    boolean isAcceptedBind() {
        return CommandId.isBind(request.commandId())
                && response != null
                && response.pdu().commandStatus() == CommandStatus.ESME_ROK;
    }

    /** A response that was due later when its connection ended. */
    static Exchange unsent(String systemId, Response response) {
        return new Exchange(micros(), systemId, response.pdu(), null, response.withFate(ResponseFate.LOST), null);
    }

    boolean isUnsent() {
        return response != null && response.pdu() == request;
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
