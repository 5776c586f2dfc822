package org.caravansms.message;

/**
 * The number of parts and the encoding of a message.
 *
 * @param count its parts, each a submit_sm
 * @param encoding {@code GSM7}, {@code UCS2} or {@code 8BIT}
 */
public record Segments(int count, String encoding) {}
