package org.caravansms.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.caravansms.broker.Broker;
import org.caravansms.callback.CallUrl;
import org.caravansms.callback.CallbackOrder;
import org.caravansms.callback.CallbackQueues;
import org.caravansms.callback.DescribeCall;
import org.caravansms.callback.MakeCallbacks;
import org.caravansms.callback.Webhooks;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.CallbackSettings;
import org.caravansms.queue.CallbackJson;
import org.caravansms.queue.UnreadableMessageException;
import org.caravansms.routing.InboundRules;

/** The beans of callbacks, and a route for each of their receivers. */
final class CallbackBeans extends MainListenerSupport {

    private final Set<String> open = new HashSet<>();
    private final CallbackOrder order = new CallbackOrder();
    private final CallbackJson callbackJson;
    private final Broker broker;
    private final Main main;
    private final Supplier<InboundRules> inboundRules;
    private final CallbackQueues queues;
    private final Webhooks webhooks;
    private final CallUrl callUrl;

    /**
     * @param called counts a call, by its receiver and its outcome
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    CallbackBeans(
            Main main,
            GatewaySettings gateway,
            Webhooks webhooks,
            Broker broker,
            Supplier<InboundRules> inboundRules,
            BiConsumer<String, String> called) {
        CallbackSettings settings = gateway.callback();
        this.main = main;
        this.webhooks = webhooks;
        this.inboundRules = inboundRules;
        this.queues = new CallbackQueues(settings.hosts(), settings.ports(), this::open);
        this.callUrl = new CallUrl(
                webhooks,
                SystemDefaultDnsResolver.INSTANCE,
                settings.privateNetworks(),
                settings.connections(),
                settings.timeout());
        this.broker = broker;
        this.callbackJson = new CallbackJson(gateway.queue().callbacksDue());
        main.bind(
                "makeCallbacks",
                new MakeCallbacks(
                        queues, webhooks, message -> inboundRules.get().urls(message), ZoneId.systemDefault()));
        main.bind("callbackJson", callbackJson);
        main.bind("callbackOrder", order);
        main.bind("callUrl", callUrl);
        main.bind(
                "describeCall",
                new DescribeCall(order, settings.retryDelay(), settings.retryMax(), settings.attempts(), called));
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        queues.all(webhooks, inboundRules.get().urls()).forEach(this::open);
    }

    /** A rule that was added since the start may need a receiver's route. */
    private synchronized void open(String receiver) {
        if (open.add(receiver)) {
            broker.queues().read(callbackJson.queue(receiver), this::recall);
            TemplatedRouteBuilder.builder(main.getCamelContext(), "callback")
                    .routeId("callback-" + receiver)
                    .prefixId("callback-" + receiver + "-")
                    .parameter("receiver", receiver)
                    .add();
        }
    }

    /** The route settles an unreadable one. */
    private void recall(String text) {
        try {
            order.recall(callbackJson.read(text));
        } catch (UnreadableMessageException e) {
            return;
        }
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        try {
            callUrl.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
