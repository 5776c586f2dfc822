package org.caravansms.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caravansms.config.GatewaySettings.SimulatorSettings;

/**
 * The settings {@code sms.*}, read and checked in one place before anything starts. The shipped
 * {@code config/application.properties} lists the known settings, their defaults and their types. A system property of
 * the same name overrides the file, and an environment variable ({@code SMS_HTTP_PORT}) overrides both. The blocks of
 * providers are checked one by one when a provider is made of them, so that a wrong block stops that provider only.
 */
public final class Settings {

    private final SettingSources sources;
    private final ReloadedFile.Stamp stamp;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> values;
    private final GatewaySettings typed;

    /** The stamp is older than what is read: a change that comes between them is seen as one. */
    private Settings(SettingSources sources, Map<String, String> shipped) {
        this.sources = sources;
        this.stamp = ReloadedFile.Stamp.of(sources.file());
        this.values = sources.values(shipped, warnings);
        check(shipped);
        this.typed = TypedSettings.of(values);
        requireProviderOfSimulator();
    }

    /**
     * @param home the installation, with {@code config/application.properties}
     * @throws IllegalArgumentException naming the setting that is unknown or wrong
     */
    public static Settings in(Path home) {
        return read(sources(home));
    }

    /** @return one value, without the time that it takes to check and type all of them; null when there is none */
    public static String value(Path home, String key) {
        return sources(home).values(SettingSources.shipped(), new ArrayList<>()).get(key);
    }

    private static SettingSources sources(Path home) {
        Path file = home.resolve("config/application.properties");
        return new SettingSources(file, System::getenv, System.getProperties(), RenamedSettings.shipped());
    }

    /**
     * @param file the operator's application.properties
     * @param environment looks a variable up, null when it is not set
     * @param system the system properties
     * @throws IllegalArgumentException naming the setting that is unknown or wrong
     */
    public static Settings read(Path file, UnaryOperator<String> environment, Properties system) {
        return read(new SettingSources(file, environment, system, RenamedSettings.shipped()));
    }

    static Settings read(SettingSources sources) {
        return new Settings(sources, SettingSources.shipped());
    }

    /** @return the settings as the same sources have them now */
    Settings again() {
        return read(sources);
    }

    Path file() {
        return sources.file();
    }

    ReloadedFile.Stamp stamp() {
        return stamp;
    }

    /** @return all but the blocks, each in the type that it has */
    public GatewaySettings typed() {
        return typed;
    }

    /** @return a line for each setting that is given under a name that it had before */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** @return by name the blocks {@code sms.provider.<name>.*}, unchecked, with the defaults of what they leave out */
    public Map<String, SettingBlock> providerBlocks() {
        Map<String, SettingBlock> blocks = new TreeMap<>();
        BlockKey.blocks(BlockKey.PROVIDER, values)
                .forEach((name, block) -> blocks.put(name, new SettingBlock(name, block)));
        return blocks;
    }

    /** @return by name the blocks {@code sms.webhook.<name>.*} */
    public Map<String, Map<String, String>> webhookBlocks() {
        return BlockKey.blocks(BlockKey.WEBHOOK, values);
    }

    /** @return the queues that are named for a use of their own, which no provider may drain */
    public Set<String> reservedQueues() {
        return values.keySet().stream()
                .filter(key -> key.startsWith("sms.queue.") && !key.equals("sms.queue.outbound"))
                .map(values::get)
                .collect(Collectors.toSet());
    }

    /** @return where Camel finds the routes, as {@code camel.main.routes-include-pattern} has it */
    public String routesPattern() {
        return values.get("camel.main.routes-include-pattern");
    }

    /** @return all values but the providers', those for Camel itself ({@code camel.*}) among them */
    public Properties asProperties() {
        Properties properties = new Properties();
        properties.putAll(values);
        properties.keySet().removeIf(key -> BlockKey.isOf(BlockKey.PROVIDER, (String) key));
        return properties;
    }

    private void check(Map<String, String> shipped) {
        values.forEach((key, value) -> {
            if (key.startsWith("sms.") && BlockKey.of(key).isEmpty()) {
                SettingFormat.check(key, value, shipped.get(key));
            }
        });
    }

    private void requireProviderOfSimulator() {
        boolean isThere = BlockKey.blocks(BlockKey.PROVIDER, values).containsKey(SimulatorSettings.PROVIDER);
        if (typed.simulator().enabled() && !isThere) {
            throw new IllegalArgumentException(
                    "Setting sms.simulator.enabled is true, but there is no provider sandbox to use it: make it false");
        }
    }
}
