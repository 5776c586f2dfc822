package org.caravansms.callback;

/**
 * What a receiver answered.
 *
 * @param status of HTTP
 * @param retryAfterSeconds how long it asks to wait, 0 where it does not
 */
public record CallAnswer(int status, int retryAfterSeconds) {}
