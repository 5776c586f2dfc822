package org.caravansms.operator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what is wrong with a command line; the program and the gateway say the same. */
public final class UsageFault {

    private UsageFault() {}

    /**
     * Reads words as the arguments that an object annotated for picocli has.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    static <T> T read(List<String> words, T arguments) {
        try {
            // a word never names a file to read
            new CommandLine(arguments).setExpandAtFiles(false).parseArgs(words.toArray(String[]::new));
            return arguments;
        } catch (ParameterException e) {
            // without its cause, which Camel would show instead
            throw new IllegalArgumentException(of(e));
        }
    }

    public static String of(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (fault instanceof MissingParameterException missing) {
            return missing(missing.getMissing().get(0), fault.getCommandLine().getCommandSpec());
        }
        boolean explained = fault.getCause() instanceof TypeConversionException;
        return explained ? fault.getCause().getMessage() : fault.getMessage();
    }

    private static String unmatched(UnmatchedArgumentException fault) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        String word = fault.getUnmatched().get(0);
        if (fault.isUnknownOption()) {
            return "Unknown option " + word;
        }
        return command.subcommands().isEmpty()
                ? command.name() + " takes " + arguments(command) + " only"
                : "Unknown command: " + command.name() + " " + word;
    }

    private static String arguments(CommandSpec command) {
        Stream<String> words = command.positionalParameters().stream().map(ArgSpec::paramLabel);
        Stream<String> options = command.options().stream()
                .filter(option -> !option.usageHelp() && !option.longestName().equals(Reply.JSON))
                .map(option -> option.arity().max() == 0
                        ? option.longestName()
                        : option.longestName() + " " + option.paramLabel());
        String all = Stream.concat(words, options).collect(Collectors.joining(", "));
        return all.isEmpty() ? "--help" : all;
    }

    private static String missing(ArgSpec argument, CommandSpec command) {
        String label = argument.paramLabel();
        return argument instanceof OptionSpec option
                ? option.longestName() + " needs a " + (label.equals("N") ? "number" : label.toLowerCase(Locale.ROOT))
                : command.qualifiedName() + " needs " + label;
    }
}
