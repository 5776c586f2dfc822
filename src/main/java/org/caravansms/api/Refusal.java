package org.caravansms.api;

import org.caravansms.message.Fault;

/**
 * The request is refused as a whole.
 *
 * @param fault the fault
 * @param text the same in words
 */
public record Refusal(Fault fault, String text) implements ApiAnswer {}
