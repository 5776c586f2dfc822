package org.caravansms.simulator;

/**
 * A delivery as it is given to the socket of a session.
 *
 * @param epochMicros when
 * @param systemId the system_id of the session
 * @param times which time it is that it is sent, from 1 on
 */
record SentDelivery(long epochMicros, String systemId, OutgoingDelivery delivery, int times, Pdu pdu) {
    static SentDelivery now(String systemId, DueDelivery due, int sequence) {
        OutgoingDelivery delivery = due.delivery();
        return new SentDelivery(Exchange.micros(), systemId, delivery, due.times(), delivery.pdu(sequence));
    }
}
