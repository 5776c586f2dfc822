package org.caravansms.simulator;

import java.util.List;

/** Reads the command line of the simulator. */
final class ArgumentParser {
    private static final int MAX_PORT = 65535;

    private final CommandLine line;
    private final FaultParser faults;
    private final SendingParser sending;

    private ArgumentParser(List<String> args) {
        this.line = new CommandLine(args);
        this.faults = new FaultParser(line);
        this.sending = new SendingParser(line);
    }

    /**
     * What the arguments say.
     *
     * @throws IllegalArgumentException if an option is wrong; the message names it
     */
    static Arguments parse(List<String> args) {
        ArgumentParser parser = new ArgumentParser(args);
        Arguments arguments = Arguments.none();
        while (parser.line.hasNext()) {
            parser.line.next();
            arguments = parser.read(arguments);
        }
        arguments.tls().check();
        check(arguments.options().sending().inbound());
        return arguments;
    }

    private static void check(InboundTraffic inbound) {
        try {
            inbound.check();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("inbound messages: " + e.getMessage(), e);
        }
    }

    private Arguments read(Arguments soFar) {
        return switch (line.option()) {
            case "--help" -> soFar.withHelp();
            case "--stats" -> soFar.withStatsFile(line.path());
            case "--tls-key-store" -> soFar.withTls(soFar.tls().withKeyStore(line.path()));
            case "--tls-key-store-password" -> soFar.withTls(soFar.tls().withKeyStorePassword(line.value()));
            case "--tls-trust-store" -> soFar.withTls(soFar.tls().withTrustStore(line.path()));
            case "--tls-trust-store-password" -> soFar.withTls(soFar.tls().withTrustStorePassword(line.value()));
            default -> soFar.withOptions(read(soFar.options()));
        };
    }

    private SimulatorOptions read(SimulatorOptions soFar) {
        return switch (line.option()) {
            case "--host" -> soFar.withHost(line.value());
            case "--port" -> soFar.withPort(line.number(0, MAX_PORT));
            case "--latency-millis" -> soFar.withLatencyMillis(line.number(0, Integer.MAX_VALUE));
            case "--latency" -> soFar.withLatency(line.value(Latency::parse));
            case "--system-id" -> soFar.withSystemId(line.value());
            case "--password" -> soFar.withPassword(line.value());
            case "--log" -> soFar.withLogFile(line.path());
            case "--quiet" -> soFar.withQuiet(true);
            default -> readOther(soFar);
        };
    }

    private SimulatorOptions readOther(SimulatorOptions soFar) {
        Sending sending = this.sending.read(soFar.sending());
        return sending == null ? soFar.withFaults(faults.read(soFar.faults())) : soFar.with(sending);
    }
}
