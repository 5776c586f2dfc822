package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.message.SmscPdu;

/**
 * The PDUs of SMSCs that an earlier version put on queues: JSON objects, version 1, of up to a hundred PDUs of one bind.
 *
 * <pre>{"v":1,"provider":"acme","bind":1,"pdus":[{"at":"2026-11-22T10:00:00Z","pdu":"AAAA…"}]}</pre>
 *
 * A {@code pdu} is the whole PDU in base64. Unknown fields are ignored.
 */
public final class SmscPduJson {

    private static final ObjectReader READER = QueueJson.MAPPER.readerFor(Document.class);

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

    private record Document(
            @Required String provider,
            @Required int bind,
            @Required List<Pdu> pdus) {}

    private record Pdu(
            @Required Instant at,
            @Required @JsonProperty("pdu") byte[] octets) {}
}
