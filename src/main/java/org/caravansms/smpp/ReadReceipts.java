package org.caravansms.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscPdu;

/**
 * Reads delivery receipts for {@link ReadDeliverSm}, SMPP 3.4 appendix B and section 5.3.2. Parameters count before the
 * text.
 *
 * @param zone the time zone of the dates in receipts
 * @param onePerMessage whether a provider's SMSC sends one receipt for all parts of a message
 */
public record ReadReceipts(ZoneId zone, Predicate<String> onePerMessage) {

    private static final int MESSAGE_TYPE = 0x3C;
    private static final int DELIVERY_RECEIPT = 0x04;
    private static final int LONGEST_ID = 65;
    private static final int LONGEST_TEXT = 200;

    /**
     * Separates receipts from messages, SMPP 3.4 section 5.2.12. Some SMSCs do not set the bit: then the parameter
     * receipted_message_id decides, or a text that looks like a receipt. An unreadable PDU is a receipt without a
     * message, for a person to see.
     */
    static boolean isReceipt(DeliverSm deliverSm) {
        int type = deliverSm.esmClass() & MESSAGE_TYPE;
        return type == DELIVERY_RECEIPT
                || deliverSm.isNotification()
                || deliverSm.has(Tag.RECEIPTED_MESSAGE_ID)
                || !deliverSm.isReadable()
                || type == 0 && looksLikeOne(deliverSm);
    }

    private static boolean looksLikeOne(DeliverSm deliverSm) {
        byte[] text = deliverSm.text();
        return text.length > 2
                && (text[0] == 'i' || text[0] == 'I')
                && ReceiptText.of(text(deliverSm)).isReceipt();
    }

    /** @return a receipt of an unknown message, with the octets */
    static Event unreadable(SmscPdu pdu, String reason) {
        Receipt receipt = new Receipt(
                "",
                "",
                false,
                DeliveryState.ENROUTE,
                "",
                null,
                "",
                "",
                pdu.bind(),
                cut(reason, LONGEST_TEXT),
                octets(pdu));
        return Event.receipt(pdu.at(), pdu.provider(), receipt);
    }

    Event read(SmscPdu pdu, DeliverSm deliverSm) {
        return Event.receipt(pdu.at(), pdu.provider(), receipt(pdu, deliverSm));
    }

    private Receipt receipt(SmscPdu pdu, DeliverSm deliverSm) {
        ReceiptText text = ReceiptText.of(text(deliverSm));
        String textId = cut(text.word("id"), LONGEST_ID);
        String id = cut(deliverSm.string(Tag.RECEIPTED_MESSAGE_ID).strip(), LONGEST_ID);
        return new Receipt(
                id.isEmpty() ? textId : id,
                id.isEmpty() || id.equals(textId) ? "" : textId,
                onePerMessage.test(pdu.provider()),
                state(deliverSm, text),
                cut(error(deliverSm, text), LONGEST_ID),
                ReceiptTime.of(text.value("done date"), zone),
                cut(deliverSm.source(), LONGEST_ID),
                cut(deliverSm.destination(), LONGEST_ID),
                pdu.bind(),
                deliverSm.isWhole()
                        ? cut(text.words(), LONGEST_TEXT)
                        : "a PDU that is cut short: " + cut(text.words(), LONGEST_TEXT),
                octets(pdu));
    }

    private static String octets(SmscPdu pdu) {
        int length = Math.min(pdu.octets().length, Receipt.LONGEST_PDU);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(pdu.octets(), length));
    }

    /** An unknown word is not final. */
    private static DeliveryState state(DeliverSm deliverSm, ReceiptText text) {
        int code = deliverSm.number(Tag.MESSAGE_STATE);
        DeliveryState byParameter = code > 0 ? DeliveryState.of(code) : null;
        DeliveryState found = byParameter == null ? text.state() : byParameter;
        DeliveryState state = found == null ? DeliveryState.ENROUTE : found;
        return deliverSm.isNotification() && state.isFinal() ? DeliveryState.ENROUTE : state;
    }

    private static String error(DeliverSm deliverSm, ReceiptText text) {
        String said = text.word("err");
        byte[] code = deliverSm.parameters().get(Tag.NETWORK_ERROR_CODE);
        return said.isEmpty() && code != null && code.length == 3
                ? Integer.toString((code[1] & 0xFF) << Byte.SIZE | code[2] & 0xFF)
                : said;
    }

    /** By its first octets, since some SMSCs repeat the message's data_coding over a receipt in ASCII. */
    static String text(DeliverSm deliverSm) {
        byte[] text = deliverSm.body();
        boolean isUcs2 = text.length > 1 && text[0] == 0 && text[1] != 0;
        Charset charset = isUcs2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        return new String(text, charset).replace("\0", "");
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
