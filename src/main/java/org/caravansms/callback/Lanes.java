package org.caravansms.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The receivers of callbacks: each host that {@code sms.callback.hosts} allows, and each webhook, has a lane of its own,
 * and so a queue and connections of its own. Whatever a {@code *.} stands for shares one.
 */
public final class Lanes {

    private static final String ANY = "*";
    private final List<String> hosts;

    /** @param hosts names, {@code *.example.com} for those below one, or {@code *} for all; separated by commas */
    public Lanes(String hosts) {
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

    static String ofWebhook(String name) {
        return "webhook-" + name;
    }

    /** @return all there are */
    public List<String> all(Webhooks webhooks) {
        List<String> lanes = new ArrayList<>();
        hosts.stream().map(Lanes::lane).forEach(lanes::add);
        webhooks.all().forEach(webhook -> lanes.add(ofWebhook(webhook.name())));
        return lanes.stream().distinct().toList();
    }
}
