package org.caravansms.config;

import java.time.Duration;

/** The settings {@code sms.store.*}. */
public record StoreSettings(
        String url, String user, String password, Duration retention, Duration queryWait, Duration backpressure) {
    /** Leaves the password, and what of the URL may have one, out. */
    @Override
    public String toString() {
        return "StoreSettings[" + url.replaceAll("[;?].*", "") + "]";
    }
}
