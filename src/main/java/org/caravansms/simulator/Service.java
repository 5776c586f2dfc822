package org.caravansms.simulator;

/** The parts that all connections of a simulator share. */
record Service(
        SimulatorOptions options,
        Journal journal,
        PduTally tally,
        Behaviour behaviour,
        OutgoingDeliveries deliveries) {}
