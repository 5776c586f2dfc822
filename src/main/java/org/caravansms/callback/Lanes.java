package org.caravansms.callback;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The receivers of callbacks: each host that {@code sms.callback.hosts} allows, and each webhook, has a lane of its own,
 * and so a queue and connections of its own. Whatever a {@code *.} stands for shares one.
 */
public final class Lanes {

    private static final String ANY = "*";
    private final List<String> hosts;
    private final Consumer<String> opened;

    /**
     * @param hosts names, {@code *.example.com} for those below one, or {@code *} for all; separated by commas
     * @param opened hears of a lane that rules need before it is used
     */
    public Lanes(String hosts, Consumer<String> opened) {
        this.opened = opened;
        this.hosts = hosts.isBlank()
                ? List.of()
                : List.of(hosts.toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*"));
    }

    /** @return the lane of a host, null when it is not allowed */
    String of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (String allowed : hosts) {
            boolean below = allowed.startsWith("*.") && name.endsWith(allowed.substring(1));
            if (allowed.equals(ANY) || allowed.equals(name) || below) {
                return lane(allowed);
            }
        }
        return null;
    }

    private static String lane(String allowed) {
        return allowed.equals(ANY)
                ? "any"
                : "host-" + allowed.replaceAll("[^a-z0-9.-]", "_").replace('.', '-');
    }

    /** @return the lane of a URL that an operator's rule names: that of its host, whether clients may call that or not */
    String ofUrl(String url) {
        String lane = lane(URI.create(url).getHost().toLowerCase(Locale.ROOT));
        opened.accept(lane);
        return lane;
    }

    static String ofWebhook(String name) {
        return "webhook-" + name;
    }

    /**
     * @param rules the URLs that rules name
     * @return all there are
     */
    public List<String> all(Webhooks webhooks, List<String> rules) {
        List<String> lanes = new ArrayList<>();
        hosts.stream().map(Lanes::lane).forEach(lanes::add);
        webhooks.all().forEach(webhook -> lanes.add(ofWebhook(webhook.name())));
        rules.forEach(url -> lanes.add(ofUrl(url)));
        return lanes.stream().distinct().toList();
    }
}
