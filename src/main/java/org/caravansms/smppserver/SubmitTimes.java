package org.caravansms.smppserver;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.ReadSmppTime;
import org.caravansms.smpp.SmppPdu;

/** The times of what a client submits, as {@code direct:send} takes them, SMPP 3.4 sections 5.2.15, 5.2.16 and 5.3.2.9. */
final class SubmitTimes {

    /** The validity of a data_sm; a submit_sm to an SMSC has it in a field. */
    static final int QOS_TIME_TO_LIVE = 0x0017;

    private SubmitTimes() {}

    /**
     * Those that the PDU has.
     *
     * @throws RefusedSubmitException naming the field that cannot be read
     */
    static void put(SmppPdu pdu, Map<String, Object> message, Instant now) {
        Instant sendAt = time(pdu, PduField.SCHEDULE_DELIVERY_TIME, EsmeStatus.ESME_RINVSCHED, now);
        Instant validUntil = pdu.type() == PduType.DATA_SM
                ? timeToLive(pdu, now)
                : time(pdu, PduField.VALIDITY_PERIOD, EsmeStatus.ESME_RINVEXPIRY, now);
        if (validUntil != null && validUntil.isBefore(sendAt == null ? now : sendAt.plusMillis(1))) {
            throw new RefusedSubmitException(EsmeStatus.ESME_RINVEXPIRY, "validity_period ends before it begins.");
        }
        put("sendAt", sendAt, message);
        put("validUntil", validUntil, message);
    }

    /** @return null where there is no qos_time_to_live, whose unit is the second, section 5.3.2.9 */
    private static Instant timeToLive(SmppPdu pdu, Instant now) {
        byte[] seconds = pdu.tlvs().get(QOS_TIME_TO_LIVE);
        return seconds == null || seconds.length != Integer.BYTES
                ? null
                : now.plusSeconds(
                        Integer.toUnsignedLong(ByteBuffer.wrap(seconds).getInt()));
    }

    private static void put(String key, Instant time, Map<String, Object> message) {
        if (time != null) {
            message.put(key, time.toString());
        }
    }

    private static Instant time(SmppPdu pdu, PduField field, EsmeStatus fault, Instant now) {
        try {
            return ReadSmppTime.of(pdu.text(field), now);
        } catch (IllegalArgumentException e) {
            throw new RefusedSubmitException(fault, fault + ": " + e.getMessage() + ".");
        }
    }
}
