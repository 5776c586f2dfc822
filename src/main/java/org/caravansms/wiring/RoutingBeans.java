package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.camel.main.Main;
import org.caravansms.config.Settings;
import org.caravansms.routing.ChooseQueue;
import org.caravansms.routing.QueueNames;

/** The beans that say which queue a message waits on, as the settings {@code sms.routing.*} have it. */
public final class RoutingBeans {

    private RoutingBeans() {}

    /**
     * @param providers whether there is an SMSC connection of that name, now
     * @param numberPlan makes an international number of a local one
     * @throws IllegalArgumentException naming what is wrong with the rules or with a setting
     */
    public static void bindTo(
            Main main, Path home, Settings settings, Predicate<String> providers, UnaryOperator<String> numberPlan) {
        Path rules = home.resolve(settings.text("sms.routing.rules-file"));
        main.bind("chooseQueue", new ChooseQueue(rules, queues(settings), providers, numberPlan));
    }

    private static QueueNames queues(Settings settings) {
        String outbound = settings.text("sms.queue.outbound");
        return new QueueNames(
                outbound,
                Set.of(
                        settings.text("sms.queue.outbound-dead"),
                        settings.text("sms.queue.outbound-doubt"),
                        settings.text("sms.queue.outbound-expired")));
    }
}
