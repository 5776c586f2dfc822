package org.caravansms.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    public Entry get(int commandStatus) {
        return entries.getOrDefault(commandStatus, new Entry("unknown command_status", Rule.RETRY));
    }

    private static Entry entry(String line) {
        String[] words = line.trim().split("\\s+");
        return new Entry(
                words[0], Rule.valueOf(words[1].toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
