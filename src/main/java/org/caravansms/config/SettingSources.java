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
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Where settings come from, each source before those above it: what ships, the operator's file, the system properties,
 * the environment.
 *
 * @param file the operator's application.properties
 * @param environment looks a variable up, null when it is not set
 * @param system the system properties
 */
record SettingSources(Path file, UnaryOperator<String> environment, Properties system) {

    private static final List<String> PROVIDER_MANDATORY = List.of("host", "port", "system-id", "password");

    /** @throws IllegalArgumentException when the file cannot be read */
    Map<String, String> values(Map<String, String> shipped) {
        Map<String, String> values = new TreeMap<>(shipped);
        values.keySet().removeIf(key -> key.startsWith("sms.provider."));
        values.putAll(load());
        system.stringPropertyNames().stream()
                .filter(key -> key.startsWith("sms."))
                .forEach(key -> values.put(key, system.getProperty(key)));
        providers(values).forEach(provider -> complete(provider, values, shipped));
        values.replaceAll(this::override);
        return values;
    }

    /** @return the names of the providers' blocks */
    static Set<String> providers(Map<String, String> values) {
        return values.keySet().stream()
                .flatMap(key -> ProviderKey.of(key).stream())
                .map(ProviderKey::provider)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a block leaves out may still come from the environment: mandatory settings are empty until then. */
    private static void complete(String provider, Map<String, String> values, Map<String, String> shipped) {
        shipped.forEach((key, value) -> ProviderKey.of(key)
                .ifPresent(sample -> values.putIfAbsent(
                        new ProviderKey(provider, sample.setting()).toString(),
                        PROVIDER_MANDATORY.contains(sample.setting()) ? "" : value)));
    }

    private String override(String key, String value) {
        String variable = environment.apply(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        return variable == null ? value : variable;
    }

    static Map<String, String> shipped() {
        try (InputStream in = Settings.class.getResourceAsStream("application.properties")) {
            Properties lines = new Properties();
            lines.load(in);
            return map(lines);
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
        Map<String, String> map = new TreeMap<>();
        lines.stringPropertyNames()
                .forEach(key -> map.put(key, lines.getProperty(key).strip()));
        return map;
    }
}
