package org.caravansms.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a command: lines for people and, where the command is one that lists or tells, a document for scripts.
 *
 * @param exitCode 0 when all that was asked for is done, 1 when something is not, 2 when what was asked for is wrong, 3
 *     when no gateway answers
 * @param lines for people
 * @param document for scripts, which ask with {@code --json}: names in camel case, times as {@link java.time.Instant},
 *     numbers as numbers; empty when there are lines only
 */
public record Reply(int exitCode, List<String> lines, Map<String, ?> document) {

    public static final int DONE = 0;
    public static final int NOT_DONE = 1;
    public static final int WRONG = 2;
    public static final int NO_GATEWAY = 3;

    /** What a script asks with for a document instead of lines. */
    public static final String JSON = "--json";

    public Reply(int exitCode, List<String> lines) {
        this(exitCode, lines, Map.of());
    }

    /** @return a list in aligned columns, or as an array of that name */
    public static Reply of(String name, Table table) {
        return new Reply(DONE, table.lines()).with(name, table.rows());
    }

    /** @return with one more value in the document, after those that it has */
    public Reply with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(document);
        more.put(name, value);
        return new Reply(exitCode, lines, more);
    }

    /** @return as it goes over the socket: the exit code's line, then those of the answer */
    public String text(boolean json) {
        return exitCode + "\n" + (json ? json() + "\n" : text());
    }

    /** @return one JSON document, with the {@code error} when the exit code is another than 0 */
    public String json() {
        return ReplyJson.of(this);
    }

    /** Without anything that steers a terminal. */
    private String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(printable(line)).append('\n'));
        return text.toString();
    }

    private static String printable(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]", "?");
    }
}
