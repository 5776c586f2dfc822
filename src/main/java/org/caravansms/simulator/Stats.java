package org.caravansms.simulator;

/**
 * The counts of a {@link Simulator}, and the times of its first and last PDU.
 *
 * @param counts how many PDUs
 * @param firstSubmitEpochMicros when the first submit_sm was received, in microseconds since the epoch; 0
 *     before that
 * @param lastResponseEpochMicros when the last submit_sm_resp was given to the socket, in microseconds
 *     since the epoch; 0 before that
 * @param receipts the receipts that it sent
 * @param inbound the inbound messages that it sent
 */
public record Stats(
        Counts counts,
        long firstSubmitEpochMicros,
        long lastResponseEpochMicros,
        DeliveryCounts receipts,
        DeliveryCounts inbound) {
    /** The numbers about submit_sm, receipts and inbound messages as one line of JSON, without the line end. */
    public String json() {
        return "{\"submits\":" + counts.submits()
                + ",\"accepted\":" + counts.accepted()
                + ",\"refused\":" + counts.refused()
                + ",\"lost\":" + counts.lost()
                + ",\"firstSubmitEpochMicros\":" + firstSubmitEpochMicros
                + ",\"lastResponseEpochMicros\":" + lastResponseEpochMicros
                + ",\"receipts\":" + receipts.json()
                + ",\"inbound\":" + inbound.json() + "}";
    }
}
