package org.caravansms.simulator;

/**
 * The answer of a {@link Simulator} to a submit_sm (SMPP 3.4 issue 1.2, section 4.4.2).
 *
 * @param commandStatus the command_status; 0 is ESME_ROK
 * @param messageId the message_id; null where the command_status is not ESME_ROK
 * @param fate whether it leaves at all
 */
public record SubmitSmResp(int commandStatus, String messageId, ResponseFate fate) {}
