package org.caravansms.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** The settings {@code sms.receipts.*}. */
public record ReceiptSettings(String timeZone, Duration unmatched) {

    /** @throws IllegalArgumentException naming the setting when it is no time zone */
    public ReceiptSettings {
        zone(timeZone);
    }

    public ZoneId zone() {
        return zone(timeZone);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Setting sms.receipts.time-zone is \"" + name + "\", not a time zone such as Europe/Budapest");
        }
    }
}
