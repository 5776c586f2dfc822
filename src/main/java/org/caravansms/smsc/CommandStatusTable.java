package org.caravansms.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What to do about a refused submit_sm, SMPP 3.4 section 5.1.3, read from {@code command-status.properties}: lines of
 * {@code <hex code>=<name> <rule>}. A code that is not in the table is tried again a few times.
 */
public final class CommandStatusTable {

    /** What a command_status asks of us. */
    public enum Rule {
        /** The link has no room: the message goes back to the head of its queue, uncounted. */
        PUT_BACK,
        /** Try again after a delay, a few times. */
        RETRY,
        /** Never again. */
        FAIL
    }

    /**
     * @param name as the specification spells it
     * @param rule what to do
     */
    public record Entry(String name, Rule rule) {}

    private final Map<Integer, Entry> entries;

    private CommandStatusTable(Map<Integer, Entry> entries) {
        this.entries = entries;
    }

    public static CommandStatusTable standard() {
        Properties lines = new Properties();
        try (InputStream in = CommandStatusTable.class.getResourceAsStream("command-status.properties")) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CommandStatusTable(lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Integer::decode, code -> entry(lines.getProperty(code)))));
    }

    /**
     * @param lines by command_status what goes before this table: {@code <name> <rule>}, or {@code <rule>} alone
     * @throws IllegalArgumentException when one is neither
     */
    public CommandStatusTable with(Map<Integer, String> lines) {
        Map<Integer, Entry> all = new HashMap<>(entries);
        lines.forEach((code, line) -> all.put(
                code, entry(line.strip().contains(" ") ? line : get(code).name() + " " + line)));
        return new CommandStatusTable(Map.copyOf(all));
    }

    public Entry get(int commandStatus) {
        return entries.getOrDefault(commandStatus, new Entry("unknown command_status", Rule.RETRY));
    }

    private static Entry entry(String line) {
        int cut = line.strip().lastIndexOf(' ');
        return new Entry(
                line.strip().substring(0, cut).strip(), rule(line.strip().substring(cut + 1)));
    }

    private static Rule rule(String word) {
        return Arrays.stream(Rule.values())
                .filter(rule ->
                        rule.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no rule \"" + word + "\""));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandStatusTable table && table.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
