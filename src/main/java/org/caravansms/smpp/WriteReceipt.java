package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.SmsMessage;

/** The delivery receipt for a client of the SMPP server, a deliver_sm, SMPP 3.4 sections 4.6.1 and appendix B. */
public final class WriteReceipt {

    private static final int RECEIPT = 0x04;
    private static final int NOTIFICATION = 0x20;
    private static final int MOST_TEXT = 20;
    private static final String NO_ERROR = "000";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final byte GSM = 3;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuMMddHHmm").withZone(ZoneOffset.UTC);

    /** By the event; others have the state of the SMSC. */
    private static final Map<EventType, DeliveryState> STATES = Map.of(
            EventType.DELIVERED, DeliveryState.DELIVERED,
            EventType.FAILED, DeliveryState.REJECTED,
            EventType.EXPIRED, DeliveryState.EXPIRED,
            EventType.DROPPED, DeliveryState.DELETED,
            EventType.UNDER_WAY, DeliveryState.ENROUTE);

    private static final Map<DeliveryState, String> WORDS = Map.of(
            DeliveryState.DELIVERED, "DELIVRD",
            DeliveryState.REJECTED, "REJECTD",
            DeliveryState.EXPIRED, "EXPIRED",
            DeliveryState.DELETED, "DELETED",
            DeliveryState.ENROUTE, "ENROUTE",
            DeliveryState.UNKNOWN, "UNKNOWN",
            DeliveryState.UNDELIVERABLE, "UNDELIV");

    private WriteReceipt() {}

    /** @return the state that a receipt reports after such an event, null when it reports none */
    public static DeliveryState state(Event event) {
        if (event.type() != EventType.UNDELIVERED) {
            return STATES.get(event.type());
        }
        for (DeliveryState state : DeliveryState.values()) {
            if (state.ofMessage() == event.state() && WORDS.containsKey(state)) {
                return state;
            }
        }
        return DeliveryState.UNDELIVERABLE;
    }

    /**
     * @param event of a message, with the message, that has such a state
     * @param id the message_id that the client knows
     */
    public static byte[] octets(Event event, String id) {
        SmsMessage message = event.message();
        DeliveryState state = state(event);
        SmppPdu pdu = ClientDeliverSm.between(message.recipient(), message.originator())
                .with(PduField.ESM_CLASS, state.isFinal() ? RECEIPT : NOTIFICATION)
                .with(PduField.SHORT_MESSAGE, ascii(text(event, id, state)))
                .with(Tag.RECEIPTED_MESSAGE_ID, ascii(id + '\0'))
                .with(Tag.MESSAGE_STATE, new byte[] {(byte) state.code()});
        if (NUMBER.matcher(event.error()).matches()) {
            pdu.with(Tag.NETWORK_ERROR_CODE, networkError(Integer.parseInt(event.error())));
        }
        return WriteSmppPdu.octets(pdu);
    }

    /** Section 5.3.2.31: the kind of the network and its code. */
    private static byte[] networkError(int code) {
        return ByteBuffer.allocate(3).put(GSM).putShort((short) code).array();
    }

    private static String text(Event event, String id, DeliveryState state) {
        SmsMessage message = event.message();
        return "id:" + id
                + " sub:001 dlvrd:" + (state == DeliveryState.DELIVERED ? "001" : "000")
                + " submit date:" + DATE.format(message.acceptedAt())
                + " done date:" + DATE.format(event.at())
                + " stat:" + WORDS.get(state)
                + " err:" + (event.error().isEmpty() ? NO_ERROR : event.error())
                + " text:"
                + message.text().substring(0, Math.min(MOST_TEXT, message.text().length()));
    }

    /** Other characters than ASCII's become question marks, in the text of the message only. */
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
