package org.caravansms.operator;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time on a command line: {@code 30s}, {@code 10m}, {@code 2h} or {@code 7d}. */
public final class TimeSpan implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smhd])");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L);

    @Override
    public Duration convert(String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw new TypeConversionException(value + " is no length of time: 30s, 10m, 2h and 7d are");
        }
        return Duration.ofSeconds(Long.parseLong(form.group(1)) * SECONDS.get(form.group(2)));
    }
}
