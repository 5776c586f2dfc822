package org.caravansms.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caravan status}. */
@Command(name = "status", description = "how the gateway is, or how a message fares")
final class ShowStatus implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "the messageid; without one, how the gateway is")
    private String id;

    @Override
    public Integer call() {
        return AskedGateway.ask(spec, id == null ? List.of("status") : List.of("status", id));
    }
}
