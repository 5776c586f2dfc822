package org.caravansms.api;

import java.util.BitSet;
import java.util.Set;

/**
 * The client ids that a request holds while its messages are committed.
 *
 * @param locks the locks of all its ids
 * @param mine the ids that it is the first to use
 */
record IdempotencyClaim(BitSet locks, Set<String> mine) {}
