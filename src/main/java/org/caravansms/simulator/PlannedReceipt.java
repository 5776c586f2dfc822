package org.caravansms.simulator;

/** A receipt and how long after the submit_sm_resp it is due. */
record PlannedReceipt(OutgoingDelivery delivery, long delayNanos) {}
