package org.caravansms.gateway;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** All that is logged at the levels the gateway ships with, and at DEBUG by its own classes, errors with their causes. */
public final class SeenLog extends AbstractAppender implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    private SeenLog() {
        super("seen", null, null, true, Property.EMPTY_ARRAY);
    }

    public static SeenLog attach() {
        SeenLog log = new SeenLog();
        log.start();
        LoggerConfig root = log.context.getConfiguration().getRootLogger();
        root.setLevel(Level.WARN);
        root.addAppender(log, null, null);
        for (String ours : List.of("org.caravansms", "caravan")) {
            log.context.getConfiguration().addLogger(ours, new LoggerConfig(ours, Level.DEBUG, true));
        }
        log.context.updateLoggers();
        return log;
    }

    @Override
    public void append(LogEvent event) {
        StringWriter line = new StringWriter();
        line.append(event.getLevel() + " " + event.getLoggerName() + " ")
                .append(event.getMessage().getFormattedMessage())
                .append(event.getContextData().isEmpty() ? "" : " " + event.getContextData());
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(line));
        }
        lines.add(line.toString());
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public List<String> linesWith(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    /** Gives the log back its own configuration. */
    @Override
    public void close() {
        context.reconfigure();
    }
}
