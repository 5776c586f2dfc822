package org.caravansms.smppserver;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.caravansms.operator.Reply;
import org.caravansms.operator.Table;

/**
 * The command {@code smpp-clients}: lists the binds of the SMPP server and what waits for its clients, and unbinds a
 * user.
 *
 * @param clients those that are bound
 * @param users the names of those who may bind
 * @param waiting how much waits for a user
 */
public record SmppClientsCommand(BoundClients clients, Supplier<List<String>> users, ToLongFunction<String> waiting) {

    /** How many requests are under way, of how many that may be. */
    private record Window(int used, int size) {
        @Override
        public String toString() {
            return used + " of " + size;
        }
    }

    /**
     * @param words {@code list}, or {@code unbind} and a user
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        if (words.equals(List.of("list"))) {
            return Reply.of("clients", table());
        } else if (words.size() == 2 && words.get(0).equals("unbind")) {
            return unbind(words.get(1));
        }
        throw new IllegalArgumentException("caravan smpp-clients takes list, or unbind and a user");
    }

    private Reply unbind(String user) {
        int count = clients.unbind(user);
        return count == 0
                ? new Reply(Reply.NOT_DONE, List.of(user + " has no bind"))
                : new Reply(
                                Reply.DONE,
                                List.of(count + " binds of " + user
                                        + " end. It may bind again while it has smpp=true."))
                        .with("user", user)
                        .with("unbound", count);
    }

    private Table table() {
        Table table = new Table(
                "user",
                "bind",
                "address",
                "version",
                "since",
                "window",
                "submitsPerSecond=IN/S",
                "deliveriesPerSecond=OUT/S",
                "waiting");
        List<BoundClient> all = clients.all();
        all.forEach(client -> add(client, table));
        for (String user : users.get()) {
            long count = waiting.applyAsLong(user);
            if (count > 0 && all.stream().noneMatch(client -> client.user().equals(user))) {
                table.add(user, null, null, null, null, null, null, null, count);
            }
        }
        return table;
    }

    private void add(BoundClient client, Table table) {
        table.add(
                client.user(),
                client.bind(),
                client.address(),
                client.version(),
                client.since().truncatedTo(ChronoUnit.SECONDS),
                new Window(client.window(), client.mostWindow()),
                client.submits(),
                client.deliveries(),
                waiting.applyAsLong(client.user()));
    }

    /** @return a line for each user with a bind, for {@code caravan status} */
    public List<List<String>> status() {
        Map<String, List<BoundClient>> byUser = clients.all().stream()
                .collect(Collectors.groupingBy(BoundClient::user, LinkedHashMap::new, Collectors.toList()));
        return byUser.entrySet().stream()
                .map(user -> status(user.getKey(), user.getValue()))
                .toList();
    }

    private List<String> status(String user, List<BoundClient> binds) {
        String which = binds.stream()
                .map(bind -> bind.bind() + " " + bind.version() + " from " + bind.address())
                .collect(Collectors.joining(", "));
        return List.of(
                "SMPP client " + user,
                Integer.toString(binds.size()),
                String.format(
                        Locale.ROOT,
                        "binds (%s); window %d of %d, %.1f/s in, %.1f/s out, %d waiting",
                        which,
                        binds.stream().mapToInt(BoundClient::window).sum(),
                        binds.stream().mapToInt(BoundClient::mostWindow).sum(),
                        binds.stream().mapToDouble(BoundClient::submits).sum(),
                        binds.stream().mapToDouble(BoundClient::deliveries).sum(),
                        waiting.applyAsLong(user)));
    }
}
