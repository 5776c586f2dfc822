package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.camel.main.Main;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.QueueSettings;
import org.caravansms.routing.ChooseQueue;
import org.caravansms.routing.QueueNames;

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
        Path rules = home.resolve(settings.routing().rulesFile());
        main.bind("chooseQueue", new ChooseQueue(rules, queues(settings.queue()), providers, numberPlan));
    }

    private static QueueNames queues(QueueSettings queue) {
        return new QueueNames(
                queue.outbound(), Set.of(queue.outboundDead(), queue.outboundDoubt(), queue.outboundExpired()));
    }
}
