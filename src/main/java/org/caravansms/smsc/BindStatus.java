package org.caravansms.smsc;

import java.time.Instant;

/**
 * A bind at one moment.
 *
 * @param state {@code not bound yet}, {@code bound}, {@code not bound} or {@code login refused}
 * @param since when that began, in whole seconds
 * @param lastError why it was lost or could not be made the last time, without a field's value; null for never
 */
public record BindStatus(String state, Instant since, String lastError) {}
