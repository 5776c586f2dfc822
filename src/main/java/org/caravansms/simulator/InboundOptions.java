package org.caravansms.simulator;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
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
            converter = Order.class,
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

    private record PartOrder(List<Integer> parts) {}

    private static final class Order implements ITypeConverter<PartOrder> {
        @Override
        public PartOrder convert(String text) {
            try {
                return new PartOrder(
                        Arrays.stream(text.split(",")).map(Integer::valueOf).toList());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the parts in their order, such as 3,1,2: " + text, e);
            }
        }
    }
}
