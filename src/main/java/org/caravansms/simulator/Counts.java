package org.caravansms.simulator;

/**
 * How many PDUs a {@link Simulator} received. Each PDU counts once in {@code binds},
 * {@code submits} or {@code other}.
 *
 * @param binds binds that were accepted
 * @param submits submit_sm, counted when they are received
 * @param accepted submit_sm answered with ESME_ROK, counted when the response is given to the socket
 * @param refused submit_sm answered with another command_status, counted at the same moment
 * @param other all other PDUs, refused and unanswered binds and responses among them
 * @param lost submit_sm whose response never leaves, as the answers or the faults wanted it, counted when they are
 *     received: these are neither accepted nor refused
 */
public record Counts(long binds, long submits, long accepted, long refused, long other, long lost) {
    /** The counts as one sentence for people. */
    public String sentence() {
        return "Received " + submits + " submit_sm: " + accepted + " accepted, " + refused + " refused"
                + (lost == 0 ? "" : ", " + lost + " without a response") + "; " + number(binds, "bind") + "; "
                + number(other, "other PDU");
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
