package org.caravansms.operator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.caravansms.deadletter.DeadLetterFilter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that choose among messages out of the flow. */
public final class DeadLetterFilters {

    @Option(names = "--reason", paramLabel = "TEXT", description = "those alone whose reason has TEXT")
    private String reason;

    @Option(names = "--provider", paramLabel = "NAME", description = "those alone of this provider")
    private String provider = "";

    private Instant since;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "those alone that came later: 30m, 2h, 7d, or a time such as 2026-11-27T22:00Z")
    void since(String value) {
        try {
            since = value.matches("[0-9]+[smhd]")
                    ? Instant.now().minus(new TimeSpan().convert(value))
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "--since takes a length of time such as 2h, or a time such as 2026-11-27T22:00Z");
        }
    }

    /** @return the option that is given, or null */
    String given() {
        if (reason != null) {
            return "--reason";
        }
        return !provider.isEmpty() ? "--provider" : since == null ? null : "--since";
    }

    /** @throws IllegalArgumentException for a reason without a text, which would choose all */
    DeadLetterFilter filter() {
        if (reason != null && reason.isBlank()) {
            throw new IllegalArgumentException("--reason needs a text");
        }
        return new DeadLetterFilter(reason == null ? "" : reason, provider, since);
    }
}
