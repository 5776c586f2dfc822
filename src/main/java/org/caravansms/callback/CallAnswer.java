package org.caravansms.callback;

/**
 * The answer of a receiver.
 *
 * @param status the HTTP status
 * @param retryAfterSeconds its Retry-After, 0 without one
 */
public record CallAnswer(int status, int retryAfterSeconds) {}
