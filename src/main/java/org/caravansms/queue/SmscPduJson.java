package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.SmscPdu;

/**
 * The PDUs of SMSCs on the queue of receipts and the queue of other messages: JSON objects, version 1, of up to a
 * hundred PDUs of one bind.
 *
 * <pre>{"v":1,"provider":"acme","bind":1,"pdus":[{"at":"2026-11-22T10:00:00Z","pdu":"AAAA…"}]}</pre>
 *
 * A {@code pdu} is the whole PDU in base64. Unknown fields are ignored, so that an older node reads the PDUs of a newer
 * one.
 */
public final class SmscPduJson {

    private static final int MOST = 100;
    private static final ObjectWriter WRITER = QueueJson.MAPPER.writerFor(Document.class);
    private static final ObjectReader READER = QueueJson.MAPPER.readerFor(Document.class);

    private final Predicate<SmscPdu> isReceipt;
    private final JmsDelivery toReceipts;
    private final JmsDelivery toInbound;

    /**
     * @param isReceipt whether a PDU is a delivery receipt, SMPP 3.4 section 5.2.12
     * @param receipts the queue of those that are
     * @param inbound the queue of all others
     */
    public SmscPduJson(Predicate<SmscPdu> isReceipt, String receipts, String inbound) {
        this.isReceipt = isReceipt;
        this.toReceipts = JmsDelivery.to(receipts);
        this.toInbound = JmsDelivery.to(inbound);
    }

    /** @param pdus of one bind, in the order of their arrival, which stays on each queue */
    public List<QueuedText> write(@Body List<SmscPdu> pdus) {
        Map<Boolean, List<SmscPdu>> sorted = pdus.stream().collect(Collectors.partitioningBy(isReceipt));
        List<QueuedText> texts = new ArrayList<>();
        write(sorted.get(true), toReceipts, texts);
        write(sorted.get(false), toInbound, texts);
        return texts;
    }

    private static void write(List<SmscPdu> pdus, JmsDelivery delivery, List<QueuedText> to) {
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
        Document document = QueueJson.read(READER, json);
        return document.pdus().stream()
                .map(pdu -> new SmscPdu(document.provider(), document.bind(), pdu.at(), pdu.octets()))
                .toList();
    }

    private static String json(List<SmscPdu> pdus) {
        SmscPdu first = pdus.get(0);
        List<Pdu> written =
                pdus.stream().map(pdu -> new Pdu(pdu.at(), pdu.octets())).toList();
        return QueueJson.write(WRITER, new Document(first.provider(), first.bind(), written));
    }

    @JsonAppend(prepend = true, attrs = @JsonAppend.Attr(QueueJson.VERSION_FIELD))
    private record Document(
            @Required String provider,
            @Required int bind,
            @Required List<Pdu> pdus) {}

    private record Pdu(
            @Required Instant at,
            @Required @JsonProperty("pdu") byte[] octets) {}
}
