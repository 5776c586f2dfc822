package org.caravansms.api;

import java.util.BitSet;
import java.util.Set;

/**
 * What a request holds while its messages are committed.
 *
 * @param locks those of the names in it
 * @param mine the names that it is the first to use
 */
record IdempotencyClaim(BitSet locks, Set<String> mine) {}
