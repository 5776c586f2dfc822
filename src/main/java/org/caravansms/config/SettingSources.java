package org.caravansms.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where settings come from, each source before those above it: what ships, the operator's file, the system properties,
 * the environment.
 *
 * @param file the operator's application.properties
 * @param environment looks a variable up, null when it is not set
 * @param system the system properties
 * @param renamed the settings that had another name
 */
record SettingSources(Path file, UnaryOperator<String> environment, Properties system, RenamedSettings renamed) {

    private static final List<String> PROVIDER_MANDATORY = List.of("host", "port", "system-id", "password");

    /**
     * @param warnings gets a line for each setting that is given under its old name
     * @throws IllegalArgumentException when the file cannot be read
     */
    Map<String, String> values(Map<String, String> shipped, List<String> warnings) {
        Map<String, String> values = new TreeMap<>(shipped);
        values.keySet().removeIf(key -> BlockKey.isOf(BlockKey.PROVIDER, key));
        values.putAll(renamed.rename(load(), warnings));
        values.putAll(renamed.rename(ours(system), warnings));
        BlockKey.blocks(BlockKey.PROVIDER, values).keySet().forEach(provider -> complete(provider, values, shipped));
        values.putAll(renamed.rename(fromEnvironment(values.keySet()), warnings));
        return values;
    }

    private static Map<String, String> ours(Properties system) {
        return system.stringPropertyNames().stream()
                .filter(key -> key.startsWith("sms."))
                .collect(Collectors.toMap(key -> key, system::getProperty));
    }

    /** What a block leaves out may still come from the environment: mandatory settings are empty until then. */
    private static void complete(String provider, Map<String, String> values, Map<String, String> shipped) {
        shipped.forEach((key, value) -> BlockKey.of(key)
                .ifPresent(sample -> values.putIfAbsent(
                        new BlockKey(sample.kind(), provider, sample.setting()).toString(),
                        PROVIDER_MANDATORY.contains(sample.setting()) ? "" : value)));
    }

    private Map<String, String> fromEnvironment(Set<String> known) {
        Map<String, String> found = new TreeMap<>();
        known.stream()
                .flatMap(key -> Stream.concat(Stream.of(key), renamed.oldNames(key).stream()))
                .filter(name -> environment.apply(variable(name)) != null)
                .forEach(name -> found.put(name, environment.apply(variable(name))));
        return found;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    static Map<String, String> shipped() {
        return map(resource("application.properties"));
    }

    /** @return a file of properties that is beside this class */
    static Properties resource(String name) {
        Properties lines = new Properties();
        try (InputStream in = SettingSources.class.getResourceAsStream(name)) {
            lines.load(in);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> load() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("The settings " + file + " cannot be read: " + e, e);
        }
        return map(lines);
    }

    private static Map<String, String> map(Properties lines) {
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> lines.getProperty(key).strip(), (a, b) -> b, TreeMap::new));
    }
}
