package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The inbound messages that a simulator sends by itself, and their options on the command line. */
@Command(optionListHeading = "%nInbound messages:%n")
final class InboundTraffic {
    private static final String NUMBER = "{n}";

    /** 0 for none. */
    @Option(
            names = "--inbound-every",
            paramLabel = "MILLIS",
            description = "one at a time, once an ESME is bound that can receive")
    int everyMillis;

    @Option(names = "--inbound-from", paramLabel = "A", description = "who sends them (36201234567)")
    private PduAddress source = PduAddress.of("36201234567");

    @Option(names = "--inbound-to", paramLabel = "A", description = "to which number (1234)")
    private PduAddress destination = PduAddress.of("1234");

    @Option(
            names = "--inbound-text",
            paramLabel = "TEXT",
            description = "what they say; {n} becomes their number (Message {n})")
    private String text = "Message {n}";

    @Option(
            names = "--inbound-alphabet",
            paramLabel = "NAME",
            description = "gsm, latin1, ucs2, or binary for a text in hexadecimal digits (the smallest that fits)")
    private InboundTextAlphabet alphabet;

    @Option(
            names = "--inbound-long",
            paramLabel = "FORM",
            description = "how long ones are split: udh8, udh16, sar, or payload for all (udh8)")
    private LongMessageFormat longForm = LongMessageFormat.UDH8;

    @Option(
            names = "--inbound-order",
            paramLabel = "PARTS",
            split = ",",
            hideParamSyntax = true,
            description = "their parts in this order, repeated or left out at will: 3,1,1,2")
    private List<Integer> order = new ArrayList<>();

    InboundSms message(long number) {
        InboundTextAlphabet written = alphabet == null ? InboundTextAlphabet.of(text) : alphabet;
        String numbered = text.replace(NUMBER, Long.toString(number));
        return new InboundSms(null, source, destination, numbered, written, longForm, order);
    }

    /**
     * Checks what only shows when all options are read.
     *
     * @throws IllegalArgumentException if the alphabet or the order does not fit the text
     */
    void check() {
        try {
            new InboundParts(message(1), 1).deliveries();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("inbound messages: " + e.getMessage(), e);
        }
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
