package org.caravansms.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The text of a receipt in one of its shapes (SMPP 3.4 issue 1.2, appendix B); dates in UTC. */
record ReceiptWording(ReceiptShape shape, ReceiptFacts facts) {
    private static final int MESSAGE_CHARS = 20;
    private static final Pattern UNSEEN = Pattern.compile("[^ -~]");
    private static final DateTimeFormatter MINUTES = dates("yyMMddHHmm");
    private static final DateTimeFormatter SECONDS = dates("yyMMddHHmmss");
    private static final DateTimeFormatter LONG = dates("yyyyMMddHHmmss");

    private static DateTimeFormatter dates(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    String text() {
        return "id:" + facts.id() + counts() + " submit date:" + date(facts.submitted()) + " done date:"
                + date(facts.done()) + " stat:" + facts.state() + " err:" + error()
                + (shape == ReceiptShape.CAPITAL_TEXT ? " Text:" : " text:") + message();
    }

    private String counts() {
        if (shape == ReceiptShape.NO_COUNTS) {
            return "";
        }
        return facts.isDelivered() ? " sub:001 dlvrd:001" : " sub:001 dlvrd:000";
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
        boolean failed = facts.state().isFailure();
        return switch (shape) {
            case LETTERS -> failed ? "ABS" : "NONE";
            case FOUR_DIGITS -> failed ? "0027" : "0000";
            default -> failed ? "027" : "000";
        };
    }

    /** The beginning of the message, a full stop for what is not ASCII. */
    private String message() {
        String text = facts.submitSm().text();
        String begin = text.substring(0, Math.min(MESSAGE_CHARS, text.length()));
        return UNSEEN.matcher(begin).replaceAll(".");
    }
}
