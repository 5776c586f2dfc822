package org.caravansms.simulator;

import java.util.Arrays;

/** Reads the options of inbound messages. */
record InboundParser(CommandLine line) {
    /** What there is so far and the current option; null where it is another option. */
    InboundTraffic read(InboundTraffic soFar) {
        if (line.option().equals("--inbound-every")) {
            return soFar.withEveryMillis(line.number(1, Integer.MAX_VALUE));
        }
        InboundSms sms = read(soFar.sms());
        return sms == null ? null : soFar.withSms(sms);
    }

    private InboundSms read(InboundSms soFar) {
        return switch (line.option()) {
            case "--inbound-from" -> soFar.withSource(Address.of(line.value()));
            case "--inbound-to" -> soFar.withDestination(Address.of(line.value()));
            case "--inbound-text" -> text(soFar, line.value());
            case "--inbound-alphabet" -> soFar.withAlphabet(line.value(Alphabet::parse));
            case "--inbound-long" -> soFar.withLongForm(line.value(LongForm::parse));
            case "--inbound-order" -> soFar.withOrder(line.value(InboundParser::numbers));
            default -> null;
        };
    }

    private static InboundSms text(InboundSms soFar, String text) {
        return soFar.withText(text).withAlphabet(Alphabet.of(text));
    }

    private static Integer[] numbers(String text) {
        try {
            return Arrays.stream(text.split(",")).map(Integer::valueOf).toArray(Integer[]::new);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the parts in their order, such as 3,1,2: " + text, e);
        }
    }
}
