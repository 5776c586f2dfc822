package org.caravansms.simulator;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The messages that come by themselves. */
@Command(optionListHeading = "%nInbound messages:%n")
final class InboundOptions {
    @Option(
            names = "--inbound-every",
            paramLabel = "MILLIS",
            converter = NumberRange.FromOne.class,
            description = "one at a time, once an ESME is bound that can receive")
    private int everyMillis;

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
            description = "their parts in this order, repeated or left out at will: 3,1,1,2")
    private PartOrder order = new PartOrder(List.of());

    /** @throws IllegalArgumentException if the alphabet or the order does not fit the text */
    void check() {
        try {
            traffic().check();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("inbound messages: " + e.getMessage(), e);
        }
    }

    InboundTraffic traffic() {
        InboundTextAlphabet written = alphabet == null ? InboundTextAlphabet.of(text) : alphabet;
        return new InboundTraffic(
                everyMillis, new InboundSms(null, source, destination, text, written, longForm, order.parts()));
    }
}
