package org.caravansms.callback;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.Body;
import org.caravansms.message.Callback;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of the route {@code callbacks} that finds the receivers of events: the {@code reporturl} of the message, where
 * its host is allowed, the webhooks, and the URLs of inbound rules.
 */
public final class MakeCallbacks {

    private static final Logger LOG = LoggerFactory.getLogger(MakeCallbacks.class);
    private static final int MOST_LOGGED = 1000;

    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private final CallbackQueues queues;
    private final Webhooks webhooks;
    private final Function<InboundMessage, List<String>> rules;
    private final ZoneId zone;

    /**
     * @param rules finds the URLs of the operator's rules for a message from a handset
     * @param the time zone of the dates in URLs
     */
    public MakeCallbacks(
            CallbackQueues queues, Webhooks webhooks, Function<InboundMessage, List<String>> rules, ZoneId zone) {
        this.queues = queues;
        this.webhooks = webhooks;
        this.rules = rules;
        this.zone = zone;
    }

    public List<Callback> of(@Body List<Event> events) {
        List<Callback> callbacks = new ArrayList<>();
        for (Event event : events) {
            boolean isStatus = CallbackKeywords.status(event.type()) != null || event.type() == EventType.UNDER_WAY;
            if (isStatus && event.message() != null) {
                report(event, callbacks);
                webhooks(event, Webhook.RECEIPTS, callbacks);
            } else if (event.subject() instanceof InboundMessage message) {
                webhooks(event, Webhook.INBOUND, callbacks);
                rules(event, message, callbacks);
            }
        }
        return callbacks;
    }

    private void report(Event event, List<Callback> to) {
        String template = event.message().options().reportUrl();
        if (template.isEmpty() || CallbackKeywords.status(event.type()) == null) {
            return;
        }
        String url = new CallbackKeywords(event, zone).expand(template);
        String host = host(url) == null ? null : host(template);
        String receiver = host == null ? null : queues.of(URI.create(url));
        if (receiver != null) {
            to.add(new Callback(event.name(), event.messageId(), receiver, url, "", "", since(to)));
        } else if (logged.size() < MOST_LOGGED && logged.add(String.valueOf(host))) {
            LogFields.of(LOG.atWarn(), event.message())
                    .log(
                            "No callback to {}: it is none of sms.callback.hosts, or its port none of sms.callback.ports",
                            host == null ? "what is no URL" : URI.create(url).getAuthority());
        }
    }

    /** @return null when it may not be called */
    private static String host(String url) {
        return Webhooks.isHttp(url) && URI.create(url).getUserInfo() == null
                ? URI.create(url).getHost()
                : null;
    }

    private void rules(Event event, InboundMessage message, List<Callback> to) {
        for (String url : rules.apply(message)) {
            to.add(post(event, queues.ofUrl(url), url, "", to));
        }
    }

    private void webhooks(Event event, String topic, List<Callback> to) {
        for (Webhook webhook : webhooks.all()) {
            if (webhook.topics().contains(topic)) {
                String receiver = CallbackQueues.ofWebhook(webhook.name());
                to.add(post(event, receiver, webhook.url(), webhook.name(), to));
            }
        }
    }

    private static Callback post(Event event, String receiver, String url, String webhook, List<Callback> others) {
        String body = Webhook.document(event);
        return new Callback(event.name(), event.messageId(), receiver, url, body, webhook, since(others));
    }

    /** The order of the events; their own times are partly of an SMSC's clock. */
    private static Instant since(List<Callback> others) {
        return Instant.now().plusNanos(others.size());
    }
}
