package org.caravansms.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/** Reads the times of a draft, which are the server's local time where they name no offset. */
enum ReadTime {
    /** {@code vp}. */
    OF_FORM_VALIDITY("yyyy.MM.dd. HH:mm:ss", "uuuu.MM.dd. HH:mm:ss"),
    /** {@code sendondate}. */
    OF_FORM("yyyy-MM-dd HH:mm:ss", "uuuu-MM-dd HH:mm:ss"),
    /** The JSON API's: a blank or a T between date and time; some clients add a fraction or an offset. */
    OF_JSON("yyyy-MM-dd HH:mm:ss", "uuuu-MM-dd['T'][ ]HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX]");

    private final String shape;
    private final DateTimeFormatter formatter;

    ReadTime(String shape, String pattern) {
        this.shape = shape;
        this.formatter = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @return null when the client gave none
     * @throws RejectedMessageException when it is no time of that shape
     */
    Instant of(Draft draft, Field field) {
        String given = draft.get(field);
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return instant(formatter.parseBest(unsigned(given.strip()), OffsetDateTime::from, LocalDateTime::from));
        } catch (DateTimeParseException e) {
            throw Rejection.of(Fault.INVALID_PARAMETER, draft, field, "is not a time " + shape);
        }
    }

    /** With a sign Java reads years of nine digits, which no reply could be written with. */
    private static String unsigned(String time) {
        if (time.startsWith("+") || time.startsWith("-")) {
            throw new DateTimeParseException("A year has no sign", time, 0);
        }
        return time;
    }

    private static Instant instant(TemporalAccessor time) {
        return time instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : ((LocalDateTime) time).atZone(ZoneId.systemDefault()).toInstant();
    }
}
