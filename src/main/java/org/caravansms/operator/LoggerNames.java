package org.caravansms.operator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;

/**
 * Finds the logger that an operator names: a package or a class, which lines of the log show without its package, or the
 * id of a route. A misspelt name would change nothing, and look as if nothing happened.
 */
record LoggerNames(LoggerContext log) {

    static final String ROOT = "root";

    private static final int MOST_SHOWN = 8;

    /** @return the name as it is printed: that of the root logger is empty */
    static String shown(String name) {
        return name.isEmpty() ? ROOT : name;
    }

    /**
     * @return the whole name, empty for the root logger
     * @throws IllegalArgumentException when there is no such logger, or several
     */
    String find(String word) {
        if (word.equals(ROOT)) {
            return "";
        }
        Set<String> names = names();
        if (names.contains(word) || isClass(word)) {
            return word;
        }
        List<String> fitting =
                names.stream().filter(name -> name.endsWith("." + word)).toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException("There is no logger " + word + ", but " + similar(word, names));
        }
        return fitting.get(0);
    }

    /** The loggers that there are, those that have a level, and the packages of both. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>(log.getConfiguration().getLoggers().keySet());
        log.getLoggers().stream().map(Logger::getName).forEach(names::add);
        for (String name : List.copyOf(names)) {
            for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
                names.add(name.substring(0, dot));
            }
        }
        names.remove("");
        return names;
    }

    /** One that has logged nothing yet may not be loaded. */
    private static boolean isClass(String word) {
        return word.matches("[\\w.$]+")
                && LoggerNames.class.getResource("/" + word.replace('.', '/') + ".class") != null;
    }

    private static String similar(String word, Set<String> names) {
        String end = word.substring(word.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<String> similar = names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(end))
                .limit(MOST_SHOWN)
                .toList();
        return similar.isEmpty()
                ? "packages such as org.caravansms.smsc, classes and ids of routes; caravan log lists those with a level"
                : String.join(", ", similar);
    }
}
