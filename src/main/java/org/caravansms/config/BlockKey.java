package org.caravansms.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a setting in a block, {@code sms.provider.<name>.<setting>} or {@code sms.webhook.<name>.<setting>}.
 *
 * @param kind {@code provider} or {@code webhook}
 * @param name the block's name: letters, digits and underscores
 * @param setting the key within the block
 */
record BlockKey(String kind, String name, String setting) {

    static final String PROVIDER = "provider";
    static final String WEBHOOK = "webhook";

    private static final Pattern FORM = Pattern.compile("sms\\.(provider|webhook)\\.([A-Za-z0-9_]+)\\.(.+)");
    private static final Set<String> OF_WEBHOOKS = Set.of("url", "events", "secret");

    /** @return empty where the key is that of another setting, or of none */
    static Optional<BlockKey> of(String key) {
        Matcher form = FORM.matcher(key);
        return form.matches() && (form.group(1).equals(PROVIDER) || OF_WEBHOOKS.contains(form.group(3)))
                ? Optional.of(new BlockKey(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    static boolean isOf(String kind, String key) {
        return of(key).filter(found -> found.kind().equals(kind)).isPresent();
    }

    /** @return by name the blocks of a kind */
    static Map<String, Map<String, String>> blocks(String kind, Map<String, String> values) {
        Map<String, Map<String, String>> blocks = new TreeMap<>();
        values.forEach((key, value) -> of(key).filter(found -> found.kind().equals(kind))
                .ifPresent(found -> blocks.computeIfAbsent(found.name(), name -> new TreeMap<>())
                        .put(found.setting(), value)));
        return blocks;
    }

    @Override
    public String toString() {
        return "sms." + kind + "." + name + "." + setting;
    }
}
