package org.caravansms.simulator;

/** What all connections of a simulator have in common. */
record Service(SimulatorOptions options, Journal journal, Tally tally) {}
