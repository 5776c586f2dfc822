package org.caravansms.simulator;

/**
 * The fate of the submit_sm_resp that a {@link Simulator} has for a submit_sm. The
 * submit_sm is received, journalled and answered on paper in all cases.
 */
public enum ResponseFate {
    /** The response leaves when it is due. */
    LEAVES,
    /** The response never leaves, the connection goes on. */
    LOST,
    /** The connection is closed instead. */
    CUT
}
