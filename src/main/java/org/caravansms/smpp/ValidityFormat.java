package org.caravansms.smpp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The form of validity_period, SMPP 3.4 section 7.1.1. */
public enum ValidityFormat {
    /** The time of expiry, in UTC. */
    ABSOLUTE,
    /** The time that is left. */
    RELATIVE,
    /** None: only the gateway drops an expired message. */
    NONE;

    /** Tenths of a second, quarters of an hour from UTC, and the direction. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuMMddHHmmss'000+'");

    /** The year has two digits. */
    private static final LocalDateTime LAST = LocalDateTime.of(2099, 12, 31, 23, 59, 59);

    private static final ChronoUnit[] UNITS = {
        ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS
    };

    /** @return validity_period, 16 characters, of at least a second; empty for the SMSC's default */
    public String period(Instant until, Instant now) {
        if (until == null || this == NONE) {
            return "";
        }
        LocalDateTime from = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        LocalDateTime to = LocalDateTime.ofInstant(until, ZoneOffset.UTC);
        to = to.isBefore(from.plusSeconds(1)) ? from.plusSeconds(1) : to;
        to = to.isAfter(LAST) ? LAST : to;
        return this == ABSOLUTE ? TIME.format(to) : relative(from, to);
    }

    private static String relative(LocalDateTime from, LocalDateTime to) {
        StringBuilder period = new StringBuilder(16);
        for (ChronoUnit unit : UNITS) {
            long count = unit.between(from, to);
            period.append(count / 10).append(count % 10);
            from = from.plus(count, unit);
        }
        return period.append("000R").toString();
    }
}
