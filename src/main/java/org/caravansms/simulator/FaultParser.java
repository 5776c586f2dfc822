package org.caravansms.simulator;

/** Reads the options that let something go wrong. */
record FaultParser(CommandLine line) {
    /**
     * The faults so far and those of the current option.
     *
     * @throws IllegalArgumentException if the option is unknown or wrong; the message names it
     */
    Faults read(Faults soFar) {
        return switch (line.option()) {
            case "--answer" -> soFar.withAnswer(line.value(AnswerRule::parse));
            case "--throttle" -> soFar.withThrottle(positive());
            case "--lose" -> soFar.withLoss(line.value(Condition::parse));
            case "--cut-after" -> soFar.withCut(soFar.submits().cut().withAfterSubmits(positive()));
            case "--cut-connections" -> soFar.withCut(soFar.submits().cut().withConnections(positive()));
            case "--bind-refuse" -> soFar.withBind(line.value(BindFault::parse));
            case "--bind-silent" -> soFar.withBind(silent());
            case "--silent-enquire-link" -> soFar.withSilentEnquireLink(true);
            case "--seed" -> soFar.withSeed(line.anyNumber());
            default -> throw new IllegalArgumentException("unknown option " + line.option());
        };
    }

    private int positive() {
        return line.number(1, Integer.MAX_VALUE);
    }

    private BindFault silent() {
        BindFault silent = BindFault.silent();
        return line.hasValue() ? silent.withFirst(line.value(BindFault::parseFirst)) : silent;
    }
}
