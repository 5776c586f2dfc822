package org.caravansms.callback;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The webhooks of the settings {@code sms.webhook.<name>.*}. */
public final class Webhooks {

    private final Map<String, Webhook> byName = new TreeMap<>();

    /**
     * @param blocks by name the settings of each: {@code url}, {@code events}, {@code secret}
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public Webhooks(Map<String, Map<String, String>> blocks) {
        blocks.forEach((name, block) -> byName.put(name, read(name, block)));
    }

    private static Webhook read(String name, Map<String, String> block) {
        String key = "sms.webhook." + name + ".";
        String url = block.getOrDefault("url", "");
        String events = block.getOrDefault("events", Webhook.RECEIPTS + "," + Webhook.INBOUND);
        Set<String> topics = Set.copyOf(
                Stream.of(events.strip().split("\\s*,\\s*")).distinct().toList());
        require(isHttp(url), key + "url is not an http or https URL");
        require(
                Set.of(Webhook.RECEIPTS, Webhook.INBOUND).containsAll(topics),
                key + "events is not a list of receipts and inbound");
        return new Webhook(name, url, topics, block.getOrDefault("secret", ""));
    }

    static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException("Setting " + fault);
        }
    }

    Collection<Webhook> all() {
        return byName.values();
    }

    Optional<Webhook> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether a webhook receives the receipts of all messages. */
    public boolean wantReceipts() {
        return byName.values().stream().anyMatch(webhook -> webhook.topics().contains(Webhook.RECEIPTS));
    }
}
