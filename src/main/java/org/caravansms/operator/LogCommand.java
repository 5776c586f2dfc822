package org.caravansms.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;

/**
 * The command {@code log}: lists the levels of the log, and changes one while the gateway runs. The next start has the
 * levels of {@code config/log4j2.properties} again.
 */
public final class LogCommand {

    private static final String LEVELS = "off, error, warn, info, debug or trace";
    private static final List<String> RESET = List.of("reset");

    /** By changed logger the level that the file gives it, if it has a level of its own there. */
    private final Map<String, Optional<Level>> changed = new TreeMap<>();

    /**
     * @param words nothing; or a level and a logger, root if missing; or {@code reset}
     * @throws IllegalArgumentException when they are something else
     */
    public synchronized Reply answer(@Body List<String> words) {
        LoggerContext log = LoggerContext.getContext(false);
        if (words.isEmpty()) {
            return list(log.getConfiguration());
        } else if (words.equals(RESET)) {
            return reset(log);
        } else if (words.size() > 2) {
            throw new IllegalArgumentException("caravan log takes a level and a logger");
        }
        Level level = level(words.get(0));
        String name = new LoggerNames(log).find(words.size() == 1 ? LoggerNames.ROOT : words.get(1));
        return change(log.getConfiguration(), name, level);
    }

    private static Level level(String word) {
        if (!word.toLowerCase(Locale.ROOT).matches("off|error|warn|info|debug|trace")) {
            throw new IllegalArgumentException(
                    "There is no level " + word + ": caravan log takes " + LEVELS + ", then a logger; or reset");
        }
        return Level.valueOf(word);
    }

    private Reply change(Configuration log, String name, Level level) {
        Level was = log.getLoggerConfig(name).getLevel();
        changed.putIfAbsent(
                name, Optional.ofNullable(log.getLoggers().get(name)).map(LoggerConfig::getLevel));
        Configurator.setLevel(name, level);
        String shown = LoggerNames.shown(name);
        List<String> lines = new ArrayList<>(List.of(shown + " is at " + shown(level) + ", and was at " + shown(was)));
        if (level.isLessSpecificThan(Level.DEBUG) && !name.startsWith("org.caravansms") && !name.equals("caravan")) {
            lines.add("Libraries may log numbers and texts of messages at this level.");
        }
        return new Reply(Reply.DONE, lines)
                .with("logger", shown)
                .with("level", shown(level))
                .with("before", shown(was));
    }

    private Reply reset(LoggerContext log) {
        changed.forEach((name, level) ->
                level.ifPresentOrElse(before -> Configurator.setLevel(name, before), () -> log.getConfiguration()
                        .removeLogger(name)));
        log.updateLoggers();
        int count = changed.size();
        changed.clear();
        return new Reply(Reply.DONE, List.of("Loggers with the level of the file again: " + count))
                .with("reset", count);
    }

    private Reply list(Configuration log) {
        Table table = new Table("logger", "level", "inTheFile");
        new TreeMap<>(log.getLoggers()).forEach((name, logger) -> {
            Optional<Level> file = changed.getOrDefault(name, Optional.of(logger.getLevel()));
            table.add(
                    LoggerNames.shown(name),
                    shown(logger.getLevel()),
                    file.map(LogCommand::shown).orElse(null));
        });
        return Reply.of("loggers", table);
    }

    private static String shown(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
