package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The setting {@code sms.log.format}. {@code config/log4j2.properties} has a pattern for each format, and picks it by a
 * system property, which has to be there before the first logger.
 */
final class LogFormat {

    private static final String PROPERTY = "caravan.log.format";

    private LogFormat() {}

    /** @param file the configuration of the log: one of an earlier version has one pattern only */
    static void apply(String format, Path file) {
        System.setProperty(PROPERTY, format);
        if (!format.equals("text") && !mentions(file)) {
            LoggerFactory.getLogger("caravan")
                    .warn(
                            "Log       {} ignores sms.log.format={}: copy the lines property.* and appender.console.*"
                                    + " of the one that ships",
                            file,
                            format);
        }
    }

    private static boolean mentions(Path file) {
        try {
            return Files.readString(file).contains(PROPERTY);
        } catch (IOException e) {
            return false;
        }
    }
}
