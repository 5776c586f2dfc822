package org.caravansms.simulator;

/**
 * Decides what a {@link Simulator} answers to a submit_sm
 * (SMPP 3.4 issue 1.2, section 4.4.2). Called on the thread of the connection, for several connections at
 * the same time; an exception closes that connection and leaves the submit_sm unanswered.
 */
@FunctionalInterface
public interface Answers {
    /** The answer to a submit_sm from a bound ESME; never null. */
    SubmitAnswer answer(SubmitSm submitSm);
}
