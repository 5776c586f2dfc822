package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.jms.Delivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.SmscPdu;

/**
 * The form of what SMSCs sent on the queues of receipts and of all else: few JSON objects, version 1, of up to a hundred
 * PDUs each, all of one bind.
 *
 * <pre>{"v":1,"provider":"acme","bind":1,"pdus":[{"at":"2026-11-22T10:00:00Z","pdu":"AAAA…"}]}</pre>
 *
 * A {@code pdu} is the whole PDU in base64. Unknown fields are ignored, so that an older node reads what a newer one wrote.
 */
public final class SmscPduForm {

    private static final int VERSION = 1;
    private static final int MOST = 100;
    private static final int PDU_CHARACTERS = 400;
    private static final JsonMapper JSON = new JsonMapper();

    private final Predicate<SmscPdu> isReceipt;
    private final Delivery toReceipts;
    private final Delivery toInbound;

    /**
     * @param isReceipt whether a PDU is a delivery receipt, SMPP 3.4 section 5.2.12
     * @param receipts the queue of those that are
     * @param inbound the queue of all others
     */
    public SmscPduForm(Predicate<SmscPdu> isReceipt, String receipts, String inbound) {
        this.isReceipt = isReceipt;
        this.toReceipts = Delivery.to(receipts);
        this.toInbound = Delivery.to(inbound);
    }

    /** @param pdus of one bind, in the order in which they came, which is kept on each of the queues */
    public List<QueuedText> write(@Body List<SmscPdu> pdus) {
        Map<Boolean, List<SmscPdu>> sorted = pdus.stream().collect(Collectors.partitioningBy(isReceipt));
        List<QueuedText> texts = new ArrayList<>();
        write(sorted.get(true), toReceipts, texts);
        write(sorted.get(false), toInbound, texts);
        return texts;
    }

    private static void write(List<SmscPdu> pdus, Delivery delivery, List<QueuedText> to) {
        for (int from = 0; from < pdus.size(); from += MOST) {
            List<SmscPdu> some = pdus.subList(from, Math.min(from + MOST, pdus.size()));
            to.add(new QueuedText(json(some), Map.of(), delivery, null));
        }
    }

    /** All PDUs of a batch of JMS messages. A message that cannot be read goes to the dead letters of its queue. */
    public List<SmscPdu> read(@Body List<Exchange> batch) {
        List<SmscPdu> pdus = new ArrayList<>();
        for (Exchange message : batch) {
            try {
                pdus.addAll(read(message.getMessage().getBody(String.class)));
            } catch (UnreadableMessageException e) {
                message.setException(e);
            }
        }
        return pdus;
    }

    private static List<SmscPdu> read(String json) {
        JsonNode node = MessageForm.parse(json);
        if (node.path("v").asInt() != VERSION
                || !node.path("bind").isInt()
                || !node.path("pdus").isArray()) {
            throw new UnreadableMessageException("it is no list of PDUs of version " + VERSION);
        }
        String provider = MessageForm.text(node, "provider");
        List<SmscPdu> pdus = new ArrayList<>();
        for (JsonNode pdu : node.path("pdus")) {
            pdus.add(new SmscPdu(provider, node.get("bind").intValue(), MessageForm.time(pdu, "at"), octets(pdu)));
        }
        return pdus;
    }

    private static byte[] octets(JsonNode pdu) {
        MessageForm.text(pdu, "pdu");
        try {
            return pdu.get("pdu").binaryValue();
        } catch (IOException e) {
            throw new UnreadableMessageException("its field pdu is not base64");
        }
    }

    private static String json(List<SmscPdu> pdus) {
        StringWriter json = new StringWriter(PDU_CHARACTERS * pdus.size());
        try (JsonGenerator to = JSON.getFactory().createGenerator(json)) {
            write(pdus, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static void write(List<SmscPdu> pdus, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField("v", VERSION);
        to.writeStringField("provider", pdus.get(0).provider());
        to.writeNumberField("bind", pdus.get(0).bind());
        to.writeArrayFieldStart("pdus");
        for (SmscPdu pdu : pdus) {
            to.writeStartObject();
            to.writeStringField("at", pdu.at().toString());
            to.writeBinaryField("pdu", pdu.octets());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }
}
