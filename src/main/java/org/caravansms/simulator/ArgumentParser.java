package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Reads the command line of the simulator. */
final class ArgumentParser {
    private static final int MAX_PORT = 65535;

    private final Iterator<String> rest;
    private String option;
    private Arguments arguments = Arguments.none();

    private ArgumentParser(List<String> args) {
        this.rest = args.iterator();
    }

    /**
     * What the arguments say.
     *
     * @throws IllegalArgumentException if an option is wrong; the message names it
     */
    static Arguments parse(List<String> args) {
        ArgumentParser parser = new ArgumentParser(args);
        while (parser.rest.hasNext()) {
            parser.option = parser.rest.next();
            parser.arguments = parser.read(parser.arguments);
        }
        return parser.arguments;
    }

    private Arguments read(Arguments soFar) {
        return switch (option) {
            case "--help" -> soFar.withHelp();
            case "--stats" -> soFar.withStatsFile(path());
            default -> soFar.withOptions(read(soFar.options()));
        };
    }

    private SimulatorOptions read(SimulatorOptions soFar) {
        return switch (option) {
            case "--host" -> soFar.withHost(value());
            case "--port" -> soFar.withPort(number(MAX_PORT));
            case "--latency-millis" -> soFar.withLatencyMillis(number(Integer.MAX_VALUE));
            case "--system-id" -> soFar.withSystemId(value());
            case "--password" -> soFar.withPassword(value());
            case "--log" -> soFar.withLogFile(path());
            case "--quiet" -> soFar.withQuiet(true);
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    private String value() {
        String value = rest.hasNext() ? rest.next() : "--";
        if (value.startsWith("--")) {
            throw new IllegalArgumentException("option " + option + " needs a value");
        }
        return value;
    }

    private Path path() {
        return Path.of(value());
    }

    private int number(int max) {
        String value = value();
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // not a number at all: refused below with the same words
        }
        throw new IllegalArgumentException("option " + option + " needs a number from 0 to " + max + ": " + value);
    }
}
