package org.caravansms.simulator;

/** What all connections of a simulator have in common. */
record Service(
        SimulatorOptions options,
        Journal journal,
        PduTally tally,
        Behaviour behaviour,
        OutgoingDeliveries deliveries) {}
