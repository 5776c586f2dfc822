package org.caravansms;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caravansms.config.FileStamp;

/**
 * The settings {@code sms.*}, read and checked in one place before anything starts. What {@code config/application.properties}
 * ships with is the list of known settings, and their defaults; the value's form there is the form asked for. A system
 * property of the same name goes before the file, and an environment variable ({@code SMS_HTTP_PORT}) before both. The
 * providers' blocks are checked one by one when a provider is made of them, so that a wrong one stops only itself.
 */
public final class Settings {

    private final SettingSources sources;
    private final FileStamp stamp;
    private final Map<String, String> values;

    /** The stamp is older than what is read: a change that comes between them is seen as one. */
    private Settings(SettingSources sources, Map<String, String> shipped) {
        this.sources = sources;
        this.stamp = FileStamp.of(sources.file());
        this.values = sources.values(shipped);
    }

    /**
     * @param file the operator's application.properties
     * @param environment looks a variable up, null when it is not set
     * @param system the system properties
     * @throws IllegalArgumentException naming the setting that is unknown or wrong
     */
    public static Settings read(Path file, UnaryOperator<String> environment, Properties system) {
        return read(new SettingSources(file, environment, system));
    }

    private static Settings read(SettingSources sources) {
        Map<String, String> shipped = SettingSources.shipped();
        Settings settings = new Settings(sources, shipped);
        settings.check(shipped);
        return settings;
    }

    /** @return the settings as the same sources have them now */
    Settings again() {
        return read(sources);
    }

    Path file() {
        return sources.file();
    }

    FileStamp stamp() {
        return stamp;
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
    Set<String> providers() {
        return SettingSources.providers(values);
    }

    /** @return by name the blocks {@code sms.provider.<name>.*}, unchecked, with the defaults of what they leave out */
    public Map<String, Map<String, String>> providerBlocks() {
        Map<String, Map<String, String>> blocks = new TreeMap<>();
        values.forEach((key, value) -> ProviderKey.of(key)
                .ifPresent(name -> blocks.computeIfAbsent(name.provider(), provider -> new TreeMap<>())
                        .put(name.setting(), value)));
        return blocks;
    }

    /** @return by name the blocks {@code sms.webhook.<name>.*} */
    Map<String, Map<String, String>> webhookBlocks() {
        Map<String, Map<String, String>> blocks = new TreeMap<>();
        values.forEach((key, value) -> WebhookKey.of(key)
                .ifPresent(name -> blocks.computeIfAbsent(name.webhook(), webhook -> new TreeMap<>())
                        .put(name.setting(), value)));
        return blocks;
    }

    /** @return the queues that are named for a use of their own, which no provider may drain */
    Set<String> reservedQueues() {
        return values.keySet().stream()
                .filter(key -> key.startsWith("sms.queue.") && !key.equals("sms.queue.outbound"))
                .map(values::get)
                .collect(Collectors.toSet());
    }

    /** @return all values but the providers', those for Camel itself ({@code camel.*}) among them */
    public Properties asProperties() {
        Properties properties = new Properties();
        properties.putAll(values);
        properties.keySet().removeIf(key -> ProviderKey.of((String) key).isPresent());
        return properties;
    }

    private void check(Map<String, String> shipped) {
        values.forEach((key, value) -> {
            if (key.startsWith("sms.")
                    && ProviderKey.of(key).isEmpty()
                    && WebhookKey.of(key).isEmpty()) {
                SettingForm.check(key, value, shipped.get(key));
            }
        });
        if (isOn("sms.simulator.enabled") && !providers().contains(ProviderKey.SAMPLE)) {
            throw new IllegalArgumentException(
                    "Setting sms.simulator.enabled is true, but there is no provider sandbox to use it: make it false");
        }
    }
}
