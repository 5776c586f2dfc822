package org.caravansms.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Function;
import org.caravansms.message.RejectedMessageException;

/** Reads the times of a message request, in the server's local time where they may have no offset. */
enum ReadTime {
    /** {@code vp}. */
    OF_FORM_VALIDITY("yyyy.MM.dd. HH:mm:ss", local("uuuu.MM.dd. HH:mm:ss")),
    /** {@code sendondate}. */
    OF_FORM("yyyy-MM-dd HH:mm:ss", local("uuuu-MM-dd HH:mm:ss")),
    /** The JSON API's. */
    OF_JSON("yyyy-MM-dd HH:mm:ss", JsonTime::read),
    /** {@code validUntil} and {@code sendAt}, ISO 8601 with an offset or a zone. */
    WITH_ZONE("2026-11-22T10:00:00+01:00", time -> DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(time, Instant::from));

    private final String shape;
    private final Function<String, Instant> read;

    ReadTime(String shape, Function<String, Instant> read) {
        this.shape = shape;
        this.read = read;
    }

    /**
     * @return null when the client gave none
     * @throws RejectedMessageException when it is no time of that shape
     */
    Instant of(MessageRequest request, MessageField field) {
        String given = request.get(field);
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return read.apply(given.strip());
        } catch (DateTimeException e) {
            throw request.invalid(field, "is not a time " + shape);
        }
    }

    private static Function<String, Instant> local(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
        return time -> time.matches(".+T.+([Zz]|[+-][0-9]{2}:[0-9]{2})")
                ? WITH_ZONE.read.apply(unsigned(time))
                : LocalDateTime.parse(unsigned(time), formatter)
                        .atZone(ZoneId.systemDefault())
                        .toInstant();
    }

    /** With a sign Java reads years of nine digits, which no reply can have. */
    private static String unsigned(String time) {
        if (time.startsWith("+") || time.startsWith("-")) {
            throw new DateTimeException("A year has no sign");
        }
        return time;
    }
}
