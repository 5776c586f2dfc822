package org.caravansms.simulator;

/**
 * Receives each submit_sm that a {@link Simulator} could read, also the refused ones. Called on the thread of the
 * connection, after the line is in the log file and before the response is sent; an exception closes the connection and
 * leaves the submit_sm unanswered.
 */
@FunctionalInterface
public interface PduListener {
    /** A submit_sm and its answer, which is sent unless its {@link SubmitSmResp#fate()} is another. */
    void received(SubmitSm submitSm, SubmitSmResp submitSmResp);
}
