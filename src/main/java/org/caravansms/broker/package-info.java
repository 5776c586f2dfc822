/** Artemis, embedded: its start and security, the limits of disk and time, the counts of its queues. */
package org.caravansms.broker;
