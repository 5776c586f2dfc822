package org.caravansms;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings {@code sms.*}, read and checked in one place before anything starts. What {@code config/application.properties}
 * ships with is the list of known settings, and their defaults; the value's form there is the form asked for. A system
 * property of the same name goes before the file, and an environment variable ({@code SMS_HTTP_PORT}) before both.
 */
public final class Settings {

    private static final Pattern PROVIDER = Pattern.compile("sms\\.provider\\.([A-Za-z0-9_]+)\\.(.+)");
    private static final String SAMPLE_PROVIDER = "sms.provider.sandbox.";
    private static final List<String> PROVIDER_MANDATORY = List.of("host", "port", "system-id", "password");

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param file the operator's application.properties
     * @param environment looks a variable up, null when it is not set
     * @param system the system properties
     * @throws IllegalArgumentException naming the setting that is unknown, missing or wrong
     */
    public static Settings read(Path file, UnaryOperator<String> environment, Properties system) {
        Map<String, String> shipped = shipped();
        Map<String, String> values = new TreeMap<>();
        shipped.forEach((key, value) -> {
            if (!key.startsWith("sms.provider.")) {
                values.put(key, value);
            }
        });
        values.putAll(load(file));
        system.stringPropertyNames().stream()
                .filter(key -> key.startsWith("sms."))
                .forEach(key -> values.put(key, system.getProperty(key)));
        Settings settings = new Settings(values);
        settings.completeProviders(shipped);
        values.replaceAll((key, value) -> override(key, value, environment));
        settings.check(shipped);
        return settings;
    }

    public String text(String key) {
        return values.get(key);
    }

    public int number(String key) {
        return Integer.parseInt(values.get(key));
    }

    public boolean isOn(String key) {
        return Boolean.parseBoolean(values.get(key));
    }

    /** @return the names of the blocks {@code sms.provider.<name>.*} */
    public Set<String> providers() {
        Set<String> names = new TreeSet<>();
        values.keySet().stream().map(PROVIDER::matcher).filter(Matcher::matches).forEach(m -> names.add(m.group(1)));
        return names;
    }

    /** @return all values, those for Camel itself ({@code camel.*}) among them */
    public Properties asProperties() {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }

    /** What a provider's block leaves out may still come from the environment: mandatory settings are empty until then. */
    private void completeProviders(Map<String, String> shipped) {
        for (String provider : providers()) {
            shipped.forEach((key, value) -> {
                if (key.startsWith(SAMPLE_PROVIDER)) {
                    String name = key.substring(SAMPLE_PROVIDER.length());
                    values.putIfAbsent(
                            "sms.provider." + provider + "." + name, PROVIDER_MANDATORY.contains(name) ? "" : value);
                }
            });
        }
    }

    private void check(Map<String, String> shipped) {
        for (String provider : providers()) {
            requireComplete("sms.provider." + provider + ".");
        }
        values.forEach((key, value) -> {
            if (key.startsWith("sms.")) {
                SettingForm.check(key, value, shipped.get(sample(key)));
            }
        });
        if (isOn("sms.simulator.enabled") && !providers().contains("sandbox")) {
            throw new IllegalArgumentException(
                    "Setting sms.simulator.enabled is true, but there is no provider sandbox to use it: make it false");
        }
    }

    private void requireComplete(String prefix) {
        for (String name : PROVIDER_MANDATORY) {
            if (values.get(prefix + name).isEmpty()) {
                throw new IllegalArgumentException("Setting " + prefix + name + " is missing");
            }
        }
    }

    /** A provider's settings are known by those of the sample one. */
    private static String sample(String key) {
        Matcher provider = PROVIDER.matcher(key);
        return provider.matches() ? SAMPLE_PROVIDER + provider.group(2) : key;
    }

    private static String override(String key, String value, UnaryOperator<String> environment) {
        String variable = environment.apply(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        return variable == null ? value : variable;
    }

    private static Map<String, String> shipped() {
        try (InputStream in = Settings.class.getResourceAsStream("application.properties")) {
            Properties lines = new Properties();
            lines.load(in);
            return map(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> load(Path file) {
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
