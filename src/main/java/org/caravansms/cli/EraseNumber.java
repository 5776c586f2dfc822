package org.caravansms.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caravan erase}. */
@Command(name = "erase", description = "forgets what a number sent and got")
final class EraseNumber implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NUMBER", description = "an international number, such as +36201234567")
    private String number;

    @Override
    public Integer call() {
        return AskedGateway.ask(spec, List.of("erase", number));
    }
}
