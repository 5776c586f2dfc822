package org.caravansms.simulator;

/**
 * Inbound messages that a {@link Simulator} sends by itself.
 *
 * @param everyMillis milliseconds between two of them; 0 for none
 * @param sms what they are like; {@code {n}} in the text becomes the number of the message, from 1 on
 */
public record InboundTraffic(int everyMillis, InboundSms sms) {
    private static final String NUMBER = "{n}";

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

    /** Sends them one after the other, once an ESME can receive; null where there are none to send. */
    Daemon start(OutgoingDeliveries deliveries) {
        return everyMillis == 0 ? null : Daemon.start("simulator-inbound", () -> send(deliveries));
    }

    private void send(OutgoingDeliveries deliveries) {
        try {
            deliveries.awaitReceiver();
            for (long number = 1; true; number++) {
                deliveries.deliver(message(number));
                Thread.sleep(everyMillis);
            }
        } catch (InterruptedException e) {
            // the simulator was closed
            Thread.currentThread().interrupt();
        }
    }
}
