package org.caravansms.smpp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads schedule_delivery_time and validity_period, absolute or relative, SMPP 3.4 section 7.1.1. */
public final class ReadSmppTime {

    private static final Pattern FORM = Pattern.compile("([0-9]{2})".repeat(6) + "([0-9])([0-9]{2})([-+R])");
    private static final int CENTURY = 2000;
    private static final int MILLIS_OF_TENTH = 100;
    private static final int MINUTES_OF_QUARTER = 15;
    private static final int MOST_QUARTERS = 48;

    private ReadSmppTime() {}

    /**
     * @param now from when a relative time counts
     * @return null for an empty text
     * @throws IllegalArgumentException when it is no time
     */
    public static Instant of(String text, Instant now) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || number(form, 8) > MOST_QUARTERS) {
            throw new IllegalArgumentException("It is no time as in SMPP 3.4 section 7.1.1");
        }
        try {
            return form.group(9).equals("R") ? relative(form, now) : absolute(form);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no such time", e);
        }
    }

    private static Instant relative(Matcher form, Instant now) {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                .plusYears(number(form, 1))
                .plusMonths(number(form, 2))
                .plusDays(number(form, 3))
                .plusHours(number(form, 4))
                .plusMinutes(number(form, 5))
                .plusSeconds(number(form, 6))
                .toInstant(ZoneOffset.UTC);
    }

    private static Instant absolute(Matcher form) {
        Instant local = LocalDateTime.of(
                        CENTURY + number(form, 1),
                        number(form, 2),
                        number(form, 3),
                        number(form, 4),
                        number(form, 5),
                        number(form, 6))
                .toInstant(ZoneOffset.UTC)
                .plusMillis((long) number(form, 7) * MILLIS_OF_TENTH);
        Duration ahead = Duration.ofMinutes((long) number(form, 8) * MINUTES_OF_QUARTER);
        return form.group(9).equals("+") ? local.minus(ahead) : local.plus(ahead);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
