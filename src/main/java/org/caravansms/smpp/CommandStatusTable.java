package org.caravansms.smpp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The rule for each command_status, SMPP 3.4 section 5.1.3. {@code command-status.properties} has lines of
 * {@code <hex code>=<name> <rule>}.
 *
 * @param entries by code
 */
public record CommandStatusTable(Map<Integer, Entry> entries) {

    /** What is to be done after a command_status. */
    public enum Rule {
        /** The link has no room: all of it slows down, and the message is sent again as soon as it may. */
        THROTTLE,
        /** There is no room for this message: it waits, and the others go on. No attempt is counted. */
        DELAY,
        /** Try again after a delay, a few times. */
        RETRY,
        /** Try again after a delay, once. */
        RETRY_ONCE,
        /** The session is at fault: bind anew, then again. */
        REBIND,
        /** Never again. */
        FAIL,
        /** Of a bind: try again soon. */
        BACK_OFF,
        /** Of a bind: the login is wrong. It is logged as an error, and the next try comes late. */
        ALARM
    }

    /**
     * @param name as the specification spells it
     * @param rule what to do
     */
    public record Entry(String name, Rule rule) {}

    private static final String UNKNOWN = "unknown command_status";
    private static final int SMPP_5 = 0x100;
    private static final int VENDOR = 0x400;
    private static final int VENDOR_END = 0x4FF;

    public CommandStatusTable {
        entries = Map.copyOf(entries);
    }

    public static CommandStatusTable standard() {
        ResourceBundle lines = ResourceBundle.getBundle("org.caravansms.smpp.command-status", Locale.ROOT);
        return new CommandStatusTable(Map.of())
                .with(lines.keySet().stream().collect(Collectors.toMap(Integer::decode, lines::getString)));
    }

    /**
     * @param lines by code {@code <name> <rule>}, or the rule alone, which leaves the name as it is
     * @return this table with other rules for these codes
     * @throws IllegalArgumentException saying which rules there are
     */
    public CommandStatusTable with(Map<Integer, String> lines) {
        Map<Integer, Entry> changed = new HashMap<>(entries);
        lines.forEach((code, line) -> changed.put(code, entry(line, get(code).name())));
        return new CommandStatusTable(changed);
    }

    /** A code that is not in the table: one of a vendor's own is tried again, one of a newer SMPP is not. */
    public Entry get(int commandStatus) {
        boolean forGood = commandStatus >= SMPP_5 && (commandStatus < VENDOR || commandStatus > VENDOR_END);
        return entries.getOrDefault(commandStatus, new Entry(UNKNOWN, forGood ? Rule.FAIL : Rule.RETRY));
    }

    private static Entry entry(String line, String name) {
        String[] words = line.strip().split("\\s+");
        return words.length > 1 ? new Entry(words[0], rule(words[1])) : new Entry(name, rule(words[0]));
    }

    private static Rule rule(String word) {
        return Arrays.stream(Rule.values())
                .filter(rule -> word(rule).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Arrays.stream(Rule.values())
                        .map(CommandStatusTable::word)
                        .collect(Collectors.joining(", "))));
    }

    private static String word(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
