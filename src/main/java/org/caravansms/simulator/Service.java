package org.caravansms.simulator;

/** What all connections of a simulator have in common. */
record Service(Credentials credentials, Journal journal, Tally tally, Behaviour behaviour, Deliveries deliveries) {}
