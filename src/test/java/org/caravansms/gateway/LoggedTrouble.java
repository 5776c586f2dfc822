package org.caravansms.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** What the gateway logs while this is open that an operator would be alarmed by: errors, and warnings with a stack trace. */
final class LoggedTrouble extends AbstractAppender implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level before = root.getLevel();

    LoggedTrouble() {
        super("trouble", null, null, true, Property.EMPTY_ARRAY);
        start();
        root.addAppender(this, Level.WARN, null);
        root.setLevel(Level.WARN);
        context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        if (event.getThrown() != null || event.getLevel().isMoreSpecificThan(Level.ERROR)) {
            lines.add(event.getLevel() + " " + event.getLoggerName() + " "
                    + event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        root.removeAppender(getName());
        root.setLevel(before);
        context.updateLoggers();
    }
}
