package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.main.Main;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.QueueSettings;
import org.caravansms.config.ReloadedFile;
import org.caravansms.routing.ChooseQueue;
import org.caravansms.routing.QueueNames;
import org.caravansms.routing.RoutingRules;

/** The beans that say which queue a message waits on, as the settings {@code sms.routing.*} have it. */
final class RoutingBeans {

    private RoutingBeans() {}

    /**
     * @param providers whether there is an SMSC connection of that name, now
     * @param numberPlan makes an international number of a local one
     * @throws IllegalArgumentException naming what is wrong with the rules or with a setting
     */
    static void bindTo(
            Main main,
            Path home,
            GatewaySettings settings,
            Predicate<String> providers,
            UnaryOperator<String> numberPlan) {
        QueueNames queues = queues(settings.queue());
        Supplier<RoutingRules> rules = rules(home.resolve(settings.routing().rulesFile()), queues);
        main.bind("chooseQueue", new ChooseQueue(rules, queues, providers, numberPlan));
    }

    private static Supplier<RoutingRules> rules(Path file, QueueNames queues) {
        return new ReloadedFile<>(
                file,
                changed -> RoutingRules.in(changed, queues),
                rules -> "Routing   " + rules.count() + " rules of " + file + " are in force",
                "The rules before stay in force");
    }

    private static QueueNames queues(QueueSettings queue) {
        return new QueueNames(
                queue.outbound(), Set.of(queue.outboundDead(), queue.outboundDoubt(), queue.outboundExpired()));
    }
}
