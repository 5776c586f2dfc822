package org.caravansms.simulator;

/** A delivery, which time it was that it was sent, and the command_status that it was answered with. */
record AnsweredDelivery(OutgoingDelivery delivery, int times, int commandStatus) {
    boolean isAcknowledged() {
        return commandStatus == CommandStatus.ESME_ROK;
    }
}
