package org.caravansms.message;

/**
 * What a message takes on its way to the handset.
 *
 * @param count its parts, each a submit_sm
 * @param encoding {@code GSM7}, {@code UCS2} or {@code 8BIT}
 */
public record Segments(int count, String encoding) {}
