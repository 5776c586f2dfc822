package org.caravansms.api;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of the JSON API in the forms of many languages' date types: with a T or a blank, with or without seconds, a
 * fraction and an offset. Without an offset they are the server's local time.
 */
final class JsonTime {

    private static final DateTimeFormatter FORMATTER = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'][ ]HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .appendFraction(NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern BELOW_NANOSECONDS = Pattern.compile("(\\.[0-9]{9})[0-9]+");
    private static final Pattern YEAR = Pattern.compile("([+-]?[0-9]{4,18})-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private JsonTime() {}

    /**
     * @return null for a date before 1900 or after 9998: the least or greatest of a date type stands for none
     * @throws DateTimeException when it is no time
     */
    static Instant read(String text) {
        return isUnset(text)
                ? null
                : instant(FORMATTER.parseBest(
                        BELOW_NANOSECONDS.matcher(text).replaceFirst("$1"), OffsetDateTime::from, LocalDateTime::from));
    }

    private static Instant instant(TemporalAccessor time) {
        return time instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : ((LocalDateTime) time).atZone(ZoneId.systemDefault()).toInstant();
    }

    private static boolean isUnset(String text) {
        Matcher year = YEAR.matcher(text);
        return year.matches()
                && (Long.parseLong(year.group(1)) < FIRST_YEAR || Long.parseLong(year.group(1)) > LAST_YEAR);
    }
}
