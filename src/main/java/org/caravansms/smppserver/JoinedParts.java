package org.caravansms.smppserver;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.api.ReadSend;
import org.caravansms.message.ClientDelivery;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.SubmittedContent;

/**
 * A message that is made of parts that waited, whole or one of them with its repetitions.
 *
 * @param pdu its fields
 * @param content of the message
 */
record JoinedParts(SmppPdu pdu, SubmittedContent content, List<WaitingPart> parts) {

    private static final String PARTS = "SmppJoinedParts";

    /**
     * @param idempotent whether user_message_reference is the client's id
     * @return its exchange, with a Map as {@code direct:send} takes it, or with an exception
     */
    Exchange request(boolean idempotent) {
        Exchange request = new DefaultExchange(parts.get(0).exchange().getContext());
        request.setProperty(PARTS, this);
        request.setProperty(ReadSend.USER, user());
        request.setProperty(ReadSend.COUNTED, true);
        String reference = idempotent ? ReadSubmitSm.reference(pdu) : "";
        Map<String, Object> tags = Map.of(ReadSubmitSm.PARTS, PartIds.write(parts));
        try {
            request.getMessage().setBody(ReadSubmitSm.message(pdu, content, tags, reference, at()));
        } catch (RefusedSubmitException e) {
            request.setException(e);
        }
        return request;
    }

    static JoinedParts of(Exchange request) {
        return request.getProperty(PARTS, JoinedParts.class);
    }

    String user() {
        return parts.get(0).part().user();
    }

    private Instant at() {
        return parts.get(0).part().at();
    }

    /** Its parts go to the dead letters: the client was answered before. */
    Stream<ClientDelivery> refuse(Object why, Instant now) {
        parts.forEach(
                part -> part.exchange().setException(new IllegalStateException("The message was refused: " + why)));
        return parts.stream().flatMap(part -> receipt(part, now));
    }

    private Stream<ClientDelivery> receipt(WaitingPart part, Instant now) {
        String id = part.part().messageId();
        Event failed = Event.of(EventType.FAILED, now, id, "").with(message(id));
        return MakeDeliveries.receipt(failed, part.registeredDelivery(), id, id);
    }

    private SmsMessage message(String id) {
        return new SmsMessage(
                id,
                user(),
                ClientAddress.source(pdu).written(),
                ClientAddress.destinations(pdu).get(0).written(),
                content.type(),
                content.data(),
                "",
                at(),
                MessageOptions.NONE);
    }

    /** Leaves the texts out. */
    @Override
    public String toString() {
        return "JoinedParts" + parts.stream().map(WaitingPart::part).toList();
    }
}
