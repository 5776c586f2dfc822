package org.caravansms.callback;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.SmsMessage;

/** The body of a post to a webhook: a JSON object, version 1. */
final class WebhookDocument {

    private static final JsonMapper JSON = new JsonMapper();

    private WebhookDocument() {}

    static String of(Event event) {
        ObjectNode document = JSON.createObjectNode()
                .put("v", 1)
                .put("event", event.name())
                .put("type", event.type().toString())
                .put("at", event.at().toString())
                .put("messageid", event.messageId())
                .put("provider", event.provider());
        if (event.subject() instanceof InboundMessage inbound) {
            document.put("from", inbound.source())
                    .put("to", inbound.destination())
                    .put("messagetype", inbound.type())
                    .put("messagedata", inbound.text())
                    .put("user", inbound.user());
            port("sourceport", inbound.ports().source(), document);
            port("destinationport", inbound.ports().destination(), document);
        } else if (event.subject() instanceof SmsMessage message) {
            document.put("status", CallbackKeywords.status(event.type()))
                    .put("reason", event.reason())
                    .put("from", message.originator())
                    .put("to", message.recipient())
                    .put("user", message.user())
                    .put("clientid", message.options().clientId())
                    .put("acceptedat", message.acceptedAt().toString());
        }
        return document.toString();
    }

    private static void port(String name, int port, ObjectNode to) {
        if (port >= 0) {
            to.put(name, port);
        }
    }
}
