package org.caravansms.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.caravansms.broker.Broker;
import org.caravansms.callback.CallUrl;
import org.caravansms.callback.DescribeCall;
import org.caravansms.callback.InOrder;
import org.caravansms.callback.Lanes;
import org.caravansms.callback.MakeCallbacks;
import org.caravansms.callback.Webhooks;
import org.caravansms.config.Settings;
import org.caravansms.inbound.InboundRules;
import org.caravansms.queue.CallbackForm;
import org.caravansms.queue.UnreadableMessageException;

/** The beans of callbacks, and a route for each of their receivers. */
public final class CallbackBeans extends MainListenerSupport {

    private final Set<String> open = new HashSet<>();
    private final InOrder order = new InOrder();
    private final CallbackForm form;
    private final Broker broker;
    private final Main main;
    private final Supplier<InboundRules> inboundRules;
    private final Lanes lanes;
    private final Webhooks webhooks;
    private final CallUrl callUrl;

    /** @throws IllegalArgumentException naming the setting that is wrong */
    public CallbackBeans(
            Main main, Settings settings, Webhooks webhooks, Broker broker, Supplier<InboundRules> inboundRules) {
        this.main = main;
        this.webhooks = webhooks;
        this.inboundRules = inboundRules;
        this.lanes = new Lanes(settings.text("sms.callback.hosts"), settings.text("sms.callback.ports"), this::open);
        this.callUrl = new CallUrl(
                webhooks,
                SystemDefaultDnsResolver.INSTANCE,
                settings.isOn("sms.callback.private-networks"),
                settings.number("sms.callback.connections"),
                millis(settings, "sms.callback.timeout-millis"));
        this.broker = broker;
        this.form = new CallbackForm(settings.text("sms.queue.callbacks-due"));
        main.bind(
                "makeCallbacks",
                new MakeCallbacks(
                        lanes, webhooks, message -> inboundRules.get().urls(message), ZoneId.systemDefault()));
        main.bind("callbackForm", form);
        main.bind("inOrder", order);
        main.bind("callUrl", callUrl);
        main.bind(
                "describeCall",
                new DescribeCall(
                        order,
                        millis(settings, "sms.callback.retry-delay-millis"),
                        millis(settings, "sms.callback.retry-longest-millis"),
                        settings.number("sms.callback.attempts")));
    }

    private static Duration millis(Settings settings, String key) {
        return Duration.ofMillis(settings.number(key));
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        lanes.all(webhooks, inboundRules.get().urls()).forEach(this::open);
    }

    /** A rule that was added since the start may need a lane of its own. */
    private synchronized void open(String lane) {
        if (open.add(lane)) {
            broker.read(form.queue(lane), this::recall);
            TemplatedRouteBuilder.builder(main.getCamelContext(), "callback")
                    .routeId("callback-" + lane)
                    .prefixId("callback-" + lane + "-")
                    .parameter("lane", lane)
                    .add();
        }
    }

    /** One that cannot be read is its route's to settle. */
    private void recall(String text) {
        try {
            order.recall(form.read(text));
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
