package org.caravansms.operator;

import java.util.List;
import org.apache.camel.Body;
import org.caravansms.broker.EventSubscriptions;

/**
 * The command {@code events}: lists the subscriptions of events, and drops one that nobody reads.
 *
 * @param subscriptions those of routes and other programs
 */
public record EventsCommand(EventSubscriptions subscriptions) {

    /**
     * @param words {@code list}, or {@code drop} and a name
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        if (words.equals(List.of("list"))) {
            return list();
        } else if (words.size() == 2 && words.get(0).equals("drop")) {
            long waiting = subscriptions.drop(words.get(1));
            return new Reply(
                            Reply.DONE,
                            List.of(words.get(1) + " is dropped, and " + waiting + " messages that waited for it"))
                    .with("dropped", words.get(1))
                    .with("waiting", waiting);
        }
        throw new IllegalArgumentException("caravan events takes list, or drop and the name of a subscription");
    }

    private Reply list() {
        Table table = new Table("subscription", "readers", "waiting");
        subscriptions.all().forEach(each -> table.add(each.name(), each.readers(), each.waiting()));
        return Reply.of("subscriptions", table);
    }
}
