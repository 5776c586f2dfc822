package bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures gateways that it starts itself, and prints what came out. Ends with 1 where a run had an error. */
@Command(customSynopsis = "bench/run [options]", sortOptions = false, usageHelpWidth = 120)
final class Bench implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    public static void main(String[] args) {
        CommandLine command = new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(BenchLatency.class, BenchLatency::new)
                .registerConverter(Grants.Step.class, Grants.Step::parse)
                .setDefaultValueProvider(BenchOptions.defaults(args))
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure));
        System.exit(command.execute(args));
    }

    private static int failed(Exception failure) throws Exception {
        if (failure instanceof IllegalStateException) {
            System.err.println(failure.getMessage());
            return 1;
        }
        throw failure;
    }

    @Override
    public Integer call() throws IOException {
        if (options.curve != null) {
            return ThrottleCurve.measure(new Grants(options.grants)).report(options.curve) ? 0 : 1;
        }
        boolean clean = true;
        if (!options.drain && !options.windows) {
            clean = measureLoads();
        }
        return measureDrains() && clean ? 0 : 1;
    }

    private boolean measureLoads() throws IOException {
        BenchTable<Case> table = new BenchTable<>(Case.TITLES, options.repeat);
        for (List<Case> group : new Matrix(options).groups()) {
            try (Testbed testbed = Testbed.start(options, group.get(0))) {
                testbed.warmUp(group);
                for (Case item : group) {
                    table.add(item, item.cells(), testbed.measure(item));
                }
            }
        }
        return table.clean();
    }

    private boolean measureDrains() throws IOException {
        BenchTable<Drain> table = new BenchTable<>(Drain.TITLES, options.repeat);
        for (Drain drain : options.drains()) {
            try (DrainBed bed = DrainBed.start(options, drain)) {
                bed.warmUp();
                for (int i = 0; i < options.repeat; i++) {
                    table.add(drain, drain.cells(), bed.measure());
                }
            }
        }
        return table.clean();
    }
}
