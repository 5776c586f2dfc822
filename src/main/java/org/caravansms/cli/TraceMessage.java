package org.caravansms.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caravan trace}. */
@Command(name = "trace", description = "what happened to a message, and when")
final class TraceMessage implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "the messageid")
    private String id;

    @Override
    public Integer call() {
        return AskedGateway.ask(spec, List.of("trace", id));
    }
}
