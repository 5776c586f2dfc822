package org.caravansms.simulator;

/** Reads the options of receipts and inbound messages, and of how they are sent. */
record SendingParser(CommandLine line) {
    /** What there is so far and the current option; null where it is another option. */
    Sending read(Sending soFar) {
        return switch (line.option()) {
            case "--deliver-window" -> soFar.withDeliveries(soFar.deliveries().withWindow(number()));
            case "--deliver-rest-millis" ->
                soFar.withDeliveries(soFar.deliveries().withRestMillis(number()));
            default -> readOther(soFar);
        };
    }

    private Sending readOther(Sending soFar) {
        Receipts receipts = read(soFar.receipts());
        if (receipts != null) {
            return soFar.withReceipts(receipts);
        }
        InboundTraffic inbound = new InboundParser(line).read(soFar.inbound());
        return inbound == null ? null : soFar.withInbound(inbound);
    }

    private Receipts read(Receipts soFar) {
        return switch (line.option()) {
            case "--receipts-always" -> soFar.withAlways(true);
            case "--receipts-delay" -> soFar.withDelay(line.value(Latency::parse));
            case "--receipts-state" -> soFar.withState(line.value(StateRule::parse));
            case "--receipts-shape" -> soFar.withShape(line.value(ShapeRule::parse));
            case "--receipts-id" -> soFar.withIdForm(line.value(IdForm::parse));
            case "--receipts-before" -> soFar.withBefore(line.value(Condition::parse));
            case "--receipts-elsewhere" -> soFar.withElsewhere(line.value(Condition::parse));
            case "--receipts-twice" -> soFar.withTwice(line.value(Condition::parse));
            case "--receipts-never" -> soFar.withNever(line.value(Condition::parse));
            case "--receipts-hold" -> soFar.withHold(line.number(1, Integer.MAX_VALUE));
            default -> null;
        };
    }

    private int number() {
        return line.number(0, Integer.MAX_VALUE);
    }
}
