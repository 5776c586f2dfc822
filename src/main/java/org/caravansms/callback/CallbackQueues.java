package org.caravansms.callback;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The receivers of callbacks: each host that {@code sms.callback.hosts} allows, and each webhook, has a queue and
 * connections of its own. All hosts of a {@code *.} share one.
 */
public final class CallbackQueues {

    private static final String ANY = "*";
    private static final Pattern ENTRY = Pattern.compile("(.*?)(?::([0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private final List<String> hosts;
    private final Set<Integer> ports;
    private final Consumer<String> opened;

    /**
     * @param hosts names, {@code *.example.com} for those below one, or {@code *} for all, each with a colon and a port
     *     or without; separated by commas
     * @param ports the allowed ports of hosts without one, separated by commas
     * @param opened opens the queue of a receiver that a rule names, before it is used
     * @throws IllegalArgumentException naming the setting when the ports are none
     */
    public CallbackQueues(String hosts, String ports, Consumer<String> opened) {
        this.opened = opened;
        this.ports = ports(ports);
        this.hosts = hosts.isBlank()
                ? List.of()
                : List.of(hosts.toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*"));
    }

    private static Set<Integer> ports(String list) {
        try {
            return Stream.of(list.strip().split("\\s*,\\s*"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Setting sms.callback.ports is \"" + list + "\", not ports separated by commas");
        }
    }

    /** @return the receiver of an http or https URL, null when its host or its port is not allowed */
    String of(URI url) {
        String name = url.getHost().toLowerCase(Locale.ROOT);
        int usual = url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        int port = url.getPort() < 0 ? usual : url.getPort();
        return hosts.stream()
                .filter(allowed -> allows(ENTRY.matcher(allowed), name, port))
                .findFirst()
                .map(CallbackQueues::receiver)
                .orElse(null);
    }

    /** An entry that names this machine itself allows any port of it. */
    private boolean allows(Matcher entry, String name, int port) {
        entry.matches();
        String host = entry.group(1);
        boolean below = host.startsWith("*.") && name.endsWith(host.substring(1));
        boolean named = host.equals(name);
        return (named || below || host.equals(ANY))
                && (entry.group(2) == null
                        ? ports.contains(port)
                                || named && LOOPBACK.matcher(name).matches()
                        : port == Integer.parseInt(entry.group(2)));
    }

    private static String receiver(String allowed) {
        return allowed.equals(ANY)
                ? "any"
                : "host-" + allowed.replaceAll("[^a-z0-9.-]", "_").replace('.', '-');
    }

    /** @return the receiver of a URL of an operator's rule: its host, whether clients may call it or not */
    String ofUrl(String url) {
        String receiver = receiver(URI.create(url).getHost().toLowerCase(Locale.ROOT));
        opened.accept(receiver);
        return receiver;
    }

    static String ofWebhook(String name) {
        return "webhook-" + name;
    }

    /**
     * @param rules the URLs that rules name
     * @return all receivers
     */
    public List<String> all(Webhooks webhooks, List<String> rules) {
        List<String> queues = new ArrayList<>();
        hosts.stream().map(CallbackQueues::receiver).forEach(queues::add);
        webhooks.all().forEach(webhook -> queues.add(ofWebhook(webhook.name())));
        rules.forEach(url -> queues.add(ofUrl(url)));
        return queues.stream().distinct().toList();
    }
}
