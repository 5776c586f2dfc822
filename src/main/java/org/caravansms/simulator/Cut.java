package org.caravansms.simulator;

/**
 * The connection that breaks, as the SMSC for tests, demos and benchmarks can let it: the N-th submit_sm of a
 * connection that would get ESME_ROK is received and journalled, then the connection is closed without its response.
 *
 * @param afterSubmits the N, counted for each connection on its own; 0 for never
 * @param connections how many connections are cut, those that come to their N-th first
 */
public record Cut(int afterSubmits, int connections) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Cut {
        if (afterSubmits < 0) {
            throw new IllegalArgumentException("cut after must not be negative: " + afterSubmits);
        }
        if (connections < 1) {
            throw new IllegalArgumentException("cut connections must be at least 1: " + connections);
        }
    }

    /** No connection is cut. */
    public static Cut never() {
        return after(0);
    }

    /** All connections are cut after so many submit_sm. */
    public static Cut after(int submits) {
        return new Cut(submits, Integer.MAX_VALUE);
    }
}
