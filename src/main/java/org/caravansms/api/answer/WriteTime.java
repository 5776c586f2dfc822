package org.caravansms.api.answer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes times in the server's local time, as the vendor does. */
enum WriteTime {
    /** {@code getmessagebyid}. */
    WITH_DOTS("uuuu.MM.dd. HH:mm:ss"),
    /** Everything else. */
    WITH_DASHES("uuuu-MM-dd HH:mm:ss");

    private final DateTimeFormatter formatter;

    WriteTime(String pattern) {
        this.formatter = DateTimeFormatter.ofPattern(pattern).withZone(ZoneId.systemDefault());
    }

    /** @return nothing for null */
    String of(Instant time) {
        return time == null ? "" : formatter.format(time);
    }
}
