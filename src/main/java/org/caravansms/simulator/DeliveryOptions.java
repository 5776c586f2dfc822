package org.caravansms.simulator;

/**
 * How a {@link Simulator} sends receipts and inbound messages.
 *
 * @param window how many may be unanswered in each session; 0 for no limit
 * @param restMillis milliseconds from an answer that is not ESME_ROK, or from the end of the session that left one
 *     unanswered, until it is sent again
 */
public record DeliveryOptions(int window, int restMillis) {
    private static final int WINDOW = 1000;
    private static final int REST_MILLIS = 1000;

    /** @throws IllegalArgumentException if one is negative */
    public DeliveryOptions {
        if (window < 0) {
            throw new IllegalArgumentException("window must not be negative: " + window);
        }
        if (restMillis < 0) {
            throw new IllegalArgumentException("rest must not be negative: " + restMillis);
        }
    }

    /** A window of 1000, a pause of a second. */
    public static DeliveryOptions defaults() {
        return new DeliveryOptions(WINDOW, REST_MILLIS);
    }
}
