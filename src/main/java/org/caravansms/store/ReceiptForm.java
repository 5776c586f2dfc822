package org.caravansms.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.Receipt;

/** A receipt that waits for its message, as the document of its row. */
final class ReceiptForm {

    private static final JsonMapper JSON = new JsonMapper();

    private ReceiptForm() {}

    static String write(Event event) {
        Receipt receipt = (Receipt) event.subject();
        ObjectNode node = JSON.createObjectNode()
                .put("at", Micros.of(event.at()))
                .put("provider", event.provider())
                .put("id", receipt.smscId())
                .put("s", receipt.state().code())
                .put("err", receipt.error())
                .put("from", receipt.source())
                .put("to", receipt.destination())
                .put("bind", receipt.bind())
                .put("text", receipt.text());
        if (!receipt.textId().isEmpty()) {
            node.put("textId", receipt.textId());
        }
        if (receipt.isOfMessage()) {
            node.put("ofMessage", true);
        }
        if (!receipt.pdu().isEmpty()) {
            node.put("pdu", receipt.pdu());
        }
        if (receipt.doneAt() != null) {
            node.put("done", Micros.of(receipt.doneAt()));
        }
        return node.toString();
    }

    static Event read(String json) {
        JsonNode node = Json.parse(json);
        Receipt receipt = new Receipt(
                Json.text(node, "id"),
                Json.text(node, "textId"),
                node.path("ofMessage").asBoolean(),
                DeliveryState.of(node.get("s").intValue()),
                Json.text(node, "err"),
                Json.time(node, "done"),
                Json.text(node, "from"),
                Json.text(node, "to"),
                node.path("bind").asInt(),
                Json.text(node, "text"),
                Json.text(node, "pdu"));
        return Event.receipt(Json.time(node, "at"), Json.text(node, "provider"), receipt);
    }
}
