package org.caravansms.tracing;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** The lines of OpenTelemetry in the gateway's log: it would write them to the standard error, in another form. */
final class ExporterLog extends Handler {

    /** Held, as java.util.logging forgets a logger that nobody holds. */
    private static final Logger OPEN_TELEMETRY = Logger.getLogger("io.opentelemetry");

    private static final SimpleFormatter TEXT = new SimpleFormatter();

    private ExporterLog() {}

    static void attach() {
        for (Handler handler : OPEN_TELEMETRY.getHandlers()) {
            OPEN_TELEMETRY.removeHandler(handler);
        }
        OPEN_TELEMETRY.setUseParentHandlers(false);
        OPEN_TELEMETRY.addHandler(new ExporterLog());
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            LoggerFactory.getLogger(line.getLoggerName()).warn("{}", TEXT.formatMessage(line));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
