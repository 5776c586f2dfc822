package org.caravansms.routing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caravansms.message.SmsMessage;

/**
 * Days and hours of a week, such as {@code mon-fri/08:00-18:00@Europe/Budapest}. Hours that end before they begin go on
 * to the next day, and are of the day on which they begin.
 *
 * @param days the days
 * @param from the first minute
 * @param to the first minute after it; where it is not after the other, on the next day
 * @param zone whose days and hours
 */
record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT))
            .toList();
    private static final String DAY = String.join("|", DAYS);
    private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
    private static final Pattern FORM = Pattern.compile("(?:(" + DAY + ")(?:-(" + DAY + "))?)?(?:(?:^|(?<!^)/)(" + TIME
            + ")-(" + TIME + "|24:00))?(?:(?<!^)@(.+))?");

    static TimeWindow of(RuleLine line, RuleWord value) {
        Matcher form = FORM.matcher(value.text());
        line.require(form.matches(), value, "is not like mon-fri/08:00-18:00@Europe/Budapest");
        String end = form.group(4);
        return new TimeWindow(
                days(form.group(1), form.group(2)),
                form.group(3) == null ? LocalTime.MIN : LocalTime.parse(form.group(3)),
                end == null || end.equals("24:00") ? LocalTime.MIN : LocalTime.parse(end),
                zone(line, value, form.group(5)));
    }

    private static Set<DayOfWeek> days(String first, String last) {
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        DayOfWeek end = DayOfWeek.of(DAYS.indexOf(Objects.requireNonNullElse(last, first)) + 1);
        Set<DayOfWeek> days = EnumSet.of(end);
        for (DayOfWeek day = DayOfWeek.of(DAYS.indexOf(first) + 1); day != end; day = day.plus(1)) {
            days.add(day);
        }
        return days;
    }

    private static ZoneId zone(RuleLine line, RuleWord value, String name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            line.require(false, value, "names no time zone, such as Europe/Budapest or UTC");
            return null;
        }
    }

    /** Whether the message is to be sent then: now, or at the time that its client asked for. */
    boolean has(SmsMessage message) {
        Instant sendAt = message.options().sendAt();
        return has(sendAt == null ? message.acceptedAt() : sendAt);
    }

    boolean has(Instant instant) {
        ZonedDateTime there = instant.atZone(zone);
        DayOfWeek day = there.getDayOfWeek();
        LocalTime time = there.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
        }
        return days.contains(day) && !time.isBefore(from) || days.contains(day.minus(1)) && time.isBefore(to);
    }
}
