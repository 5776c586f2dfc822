package org.caravansms.simulator;

import java.util.Objects;

/**
 * Inbound messages that the SMSC for tests, demos and benchmarks sends by itself.
 *
 * @param everyMillis milliseconds between two of them; 0 for none
 * @param sms what they are like; {@code {n}} in the text becomes the number of the message, from 1 on
 */
public record InboundTraffic(int everyMillis, InboundSms sms) {
    private static final String NUMBER = "{n}";

    /** Checks that there is a message. */
    public InboundTraffic {
        Objects.requireNonNull(sms, "sms");
    }

    static InboundTraffic none() {
        return new InboundTraffic(0, InboundSms.text("36201234567", "1234", "Message {n}"));
    }

    InboundSms message(long number) {
        return sms.withText(sms.text().replace(NUMBER, Long.toString(number)));
    }

    /**
     * Checks what only shows when all options are read.
     *
     * @throws IllegalArgumentException if the alphabet or the order does not fit the text
     */
    void check() {
        new InboundParts(message(1), 1).deliveries();
    }
}
