package org.caravansms.smppserver;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.caravansms.operator.Columns;
import org.caravansms.operator.Reply;

/**
 * The command {@code smpp-clients}: lists the binds of the SMPP server and what waits for its clients, and unbinds a
 * user.
 *
 * @param clients those that are bound
 * @param users the names of those who may bind
 * @param waiting how much waits for a user
 * @param json writes an object as JSON
 */
public record SmppClientsCommand(
        BoundClients clients,
        Supplier<List<String>> users,
        ToLongFunction<String> waiting,
        Function<Object, String> json) {

    private static final List<String> HEAD =
            List.of("USER", "BIND", "ADDRESS", "VERSION", "SINCE", "WINDOW", "IN/S", "OUT/S", "WAITING");

    /**
     * @param words {@code list}, perhaps with {@code --json}, or {@code unbind} and a user
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        if (words.equals(List.of("list"))) {
            return new Reply(Reply.DONE, Columns.of(rows()));
        } else if (words.equals(List.of("list", "--json"))) {
            return new Reply(
                    Reply.DONE,
                    clients.all().stream().map(this::fields).map(json).toList());
        } else if (words.size() == 2 && words.get(0).equals("unbind")) {
            return unbind(words.get(1));
        }
        throw new IllegalArgumentException(
                "caravan smpp-clients takes list, perhaps with --json, or unbind and a user");
    }

    private Reply unbind(String user) {
        int count = clients.unbind(user);
        return count == 0
                ? new Reply(Reply.NOT_DONE, List.of(user + " has no bind"))
                : new Reply(
                        Reply.DONE,
                        List.of(count + " binds of " + user + " end. It may bind again while it has smpp=true."));
    }

    private List<List<String>> rows() {
        List<BoundClient> all = clients.all();
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        all.forEach(client -> rows.add(row(client)));
        for (String user : users.get()) {
            long count = waiting.applyAsLong(user);
            if (count > 0 && all.stream().noneMatch(client -> client.user().equals(user))) {
                rows.add(List.of(user, "-", "-", "-", "-", "-", "-", "-", Long.toString(count)));
            }
        }
        return rows;
    }

    private List<String> row(BoundClient client) {
        return fields(client).values().stream().map(String::valueOf).toList();
    }

    private Map<String, Object> fields(BoundClient client) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("user", client.user());
        fields.put("bind", client.bind());
        fields.put("address", client.address());
        fields.put("version", client.version());
        fields.put("since", client.since().truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("window", client.window() + " of " + client.mostWindow());
        fields.put("submits", client.submits());
        fields.put("deliveries", client.deliveries());
        fields.put("waiting", waiting.applyAsLong(client.user()));
        return fields;
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
