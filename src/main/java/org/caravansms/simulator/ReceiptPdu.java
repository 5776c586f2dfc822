package org.caravansms.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.caravansms.simulator.ReceiptsToCome.PlannedReceipt;

/**
 * Writes a receipt in one of its shapes, from the handset to the sender of the message (SMPP 3.4 issue 1.2, appendix
 * B); dates in UTC.
 *
 * @param id the message_id as the receipt has it
 * @param submitted when the message came
 * @param preceding whether another one follows
 */
record ReceiptPdu(
        ReceiptShape shape, String id, ReceiptState state, Instant submitted, SubmitSm submitSm, boolean preceding) {
    private static final int RECEIPT = 0x04;
    private static final int NOTIFICATION = 0x20;
    private static final int RECEIPTED_MESSAGE_ID = 0x001E;
    private static final int MESSAGE_STATE = 0x0427;
    private static final byte[] EMPTY = {};
    private static final int MESSAGE_CHARS = 20;
    private static final Pattern UNSEEN = Pattern.compile("[^ -~]");
    private static final DateTimeFormatter MINUTES = dates("yyMMddHHmm");
    private static final DateTimeFormatter SECONDS = dates("yyMMddHHmmss");
    private static final DateTimeFormatter LONG = dates("yyyyMMddHHmmss");

    /** The receipt of a message that got into its state so many milliseconds after it came. */
    PlannedReceipt planned(long millis) {
        int commandId = shape == ReceiptShape.DATA_SM ? CommandId.DATA_SM : CommandId.DELIVER_SM;
        byte[] body = body(submitted.plusMillis(millis)).bytes();
        return new PlannedReceipt(
                new OutgoingDelivery(DeliveryKind.RECEIPT, id, state.name(), commandId, body),
                TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private PduBody body(Instant done) {
        PduAddress from = submitSm.destination();
        PduAddress to = submitSm.source();
        if (shape == ReceiptShape.DATA_SM) {
            return tlvs(PduBody.dataSm(from, to, RECEIPT, 0));
        }
        byte[] text = shape.hasText() ? wording(done).getBytes(StandardCharsets.US_ASCII) : EMPTY;
        boolean inPayload = shape == ReceiptShape.PAYLOAD;
        PduBody body = PduBody.deliverSm(from, to, esmClass(), 0, inPayload ? EMPTY : text);
        return tlvs(inPayload ? body.tlv(SubmitSm.MESSAGE_PAYLOAD, text) : body);
    }

    private int esmClass() {
        return switch (shape) {
            case NO_BIT -> 0;
            case NOTIFICATION -> preceding ? NOTIFICATION : RECEIPT;
            default -> RECEIPT;
        };
    }

    private PduBody tlvs(PduBody body) {
        if (!shape.hasTlvs()) {
            return body;
        }
        byte[] messageState = {(byte) state.messageState};
        byte[] messageId = (id + '\0').getBytes(StandardCharsets.US_ASCII);
        return body.tlv(RECEIPTED_MESSAGE_ID, messageId).tlv(MESSAGE_STATE, messageState);
    }

    private static DateTimeFormatter dates(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    /** The text in the form of appendix B. */
    private String wording(Instant done) {
        return "id:" + id + counts() + " submit date:" + date(submitted) + " done date:"
                + date(done) + " stat:" + state + " err:" + error()
                + (shape == ReceiptShape.CAPITAL_TEXT ? " Text:" : " text:") + message();
    }

    private String counts() {
        if (shape == ReceiptShape.NO_COUNTS) {
            return "";
        }
        return state == ReceiptState.DELIVRD ? " sub:001 dlvrd:001" : " sub:001 dlvrd:000";
    }

    private String date(Instant instant) {
        DateTimeFormatter format =
                switch (shape) {
                    case SECONDS -> SECONDS;
                    case LONG_DATES -> LONG;
                    default -> MINUTES;
                };
        return format.format(instant);
    }

    // 27 is absent subscriber in many networks
    private String error() {
        boolean failed = state.isFailure();
        return switch (shape) {
            case LETTERS -> failed ? "ABS" : "NONE";
            case FOUR_DIGITS -> failed ? "0027" : "0000";
            default -> failed ? "027" : "000";
        };
    }

    /** The beginning of the message, a full stop for what is not ASCII. */
    private String message() {
        String text = submitSm.text();
        String begin = text.substring(0, Math.min(MESSAGE_CHARS, text.length()));
        return UNSEEN.matcher(begin).replaceAll(".");
    }
}
