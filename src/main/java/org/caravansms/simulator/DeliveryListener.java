package org.caravansms.simulator;

/**
 * Receives the receipts and inbound messages that a {@link Simulator} sends, after the line is in the log
 * file. Called by several threads.
 */
public interface DeliveryListener {
    /** It is about to be given to the socket, for the first time or again: times counts from 1 on. */
    default void sent(OutgoingDelivery delivery, int times) {}

    /** The ESME answered it with this command_status. */
    void answered(OutgoingDelivery delivery, int commandStatus);
}
