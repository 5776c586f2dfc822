package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.main.Main;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.config.ReloadedFile;
import org.caravansms.routing.ChooseQueue;
import org.caravansms.routing.QueueNames;
import org.caravansms.routing.RoutingRules;

/** The bean that chooses the queue of a message, by the settings {@code sms.routing.*}. */
final class RoutingBeans {

    private RoutingBeans() {}

    /**
     * @param providers whether there is an SMSC connection of that name, now
     * @param numberPlan makes an international number of a local one
     * @throws IllegalArgumentException naming what is wrong with the rules or with a setting
     */
    static ChooseQueue bindTo(
            Main main,
            Path home,
            GatewaySettings settings,
            Predicate<String> providers,
            UnaryOperator<String> numberPlan) {
        QueueSettings queue = settings.queue();
        QueueNames queues = new QueueNames(queue.outbound(), queue.notSent());
        Path file = home.resolve(settings.routing().rulesFile());
        Supplier<RoutingRules> rules = new ReloadedFile<>(
                file,
                changed -> RoutingRules.in(changed, queues),
                read -> "Routing   " + read.count() + " rules of " + file + " are in force",
                "The rules before stay in force");
        ChooseQueue choose = new ChooseQueue(rules, queues, providers, numberPlan);
        main.bind("chooseQueue.ofEach", BoundMethod.value(List.class, choose::ofEach));
        return choose;
    }
}
