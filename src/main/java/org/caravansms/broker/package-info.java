/** Artemis, embedded: its start, its limits of disk and time, and what waits on its queues. */
package org.caravansms.broker;
