package org.caravansms.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.caravansms.jms.Delivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Callback;
import org.caravansms.message.MessageProperties;

/**
 * The form of callbacks on their queues, one for each receiver: a JSON object, version 1, and the property {@code SmsId}
 * of the message that it is about.
 */
public final class CallbackForm {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final String queue;

    /** @param queue the beginning of the queues' names, before a dot and the lane */
    public CallbackForm(String queue) {
        this.queue = queue;
    }

    /** @return the queue of a lane */
    public String queue(String lane) {
        return queue + "." + lane;
    }

    public List<QueuedText> writeAll(@Body List<Callback> callbacks) {
        return callbacks.stream().map(this::write).toList();
    }

    private QueuedText write(Callback callback) {
        String json = JSON.createObjectNode()
                .put("v", VERSION)
                .put("id", callback.id())
                .put("about", callback.about())
                .put("lane", callback.lane())
                .put("url", callback.url())
                .put("body", callback.body())
                .put("webhook", callback.webhook())
                .put("since", callback.since().toString())
                .toString();
        Map<String, Object> properties = Map.of(MessageProperties.ID, callback.about());
        return new QueuedText(json, properties, Delivery.to(queue(callback.lane())), null);
    }

    /** @throws UnreadableMessageException naming what is missing or wrong */
    public Callback read(@Body String text) {
        JsonNode node = MessageForm.parse(text);
        if (node.path("v").asInt() != VERSION) {
            throw new UnreadableMessageException("its version is not " + VERSION);
        }
        return new Callback(
                MessageForm.text(node, "id"),
                MessageForm.text(node, "about"),
                MessageForm.text(node, "lane"),
                MessageForm.text(node, "url"),
                MessageForm.text(node, "body"),
                MessageForm.text(node, "webhook"),
                MessageForm.time(node, "since"));
    }
}
