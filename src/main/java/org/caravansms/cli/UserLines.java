package org.caravansms.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * The lines of a users' file. Lines that are not changed stay as they are, with comments and in their order. A line that
 * ends in a backslash continues in the next one, as in {@link Properties}.
 */
final class UserLines {

    private final List<String> lines;
    private final String end;

    UserLines(String text) {
        end = text.contains("\r\n") ? "\r\n" : "\n";
        lines = new ArrayList<>();
        for (String line : text.isEmpty() ? new String[0] : text.split("\r?\n")) {
            int last = lines.size() - 1;
            if (last >= 0 && goesOn(lines.get(last))) {
                lines.set(last, lines.get(last) + end + line);
            } else {
                lines.add(line);
            }
        }
    }

    boolean hasUser(String name) {
        return lines.stream().anyMatch(line -> isOf(name, line));
    }

    /** In its place where there is one; otherwise after the user's other lines, or at the end. */
    void set(String name, String key, String value) {
        String line = name + "." + key + "=" + value.replace("\\", "\\\\");
        int at = last(found -> key(found).equals(name + "." + key));
        if (at >= 0) {
            lines.set(at, line);
        } else {
            int user = last(found -> isOf(name, found));
            lines.add(user >= 0 ? user + 1 : startBlock(), line);
        }
    }

    void remove(String name) {
        lines.removeIf(line -> isOf(name, line));
    }

    @Override
    public String toString() {
        return lines.isEmpty() ? "" : String.join(end, lines) + end;
    }

    private int startBlock() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
            lines.add("");
        }
        return lines.size();
    }

    private int last(Predicate<String> wanted) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (wanted.test(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOf(String name, String line) {
        String key = key(line);
        return key.lastIndexOf('.') == name.length() && key.startsWith(name);
    }

    /** @return empty for a comment or an empty line */
    private static String key(String line) {
        try {
            Properties one = new Properties();
            one.load(new StringReader(line));
            return one.stringPropertyNames().stream().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean goesOn(String line) {
        boolean comment = line.stripLeading().matches("(?s)[#!].*");
        int backslashes = line.length() - line.replaceFirst("\\\\+$", "").length();
        return !comment && backslashes % 2 == 1;
    }
}
