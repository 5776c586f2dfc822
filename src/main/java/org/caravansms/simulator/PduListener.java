package org.caravansms.simulator;

/**
 * Receives each submit_sm that a {@link Simulator} could read, also the refused ones. Called on the thread of the connection, after the line is in the log file and before the response
 * leaves; an exception closes the connection and leaves the submit_sm unanswered.
 */
@FunctionalInterface
public interface PduListener {
    /** A submit_sm and the answer that is going to leave, or that its {@link SubmitSmResp#fate()} keeps. */
    void received(SubmitSm submitSm, SubmitSmResp submitSmResp);
}
