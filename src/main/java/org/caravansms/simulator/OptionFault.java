package org.caravansms.simulator;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong option in a sentence that names it. */
final class OptionFault {
    private OptionFault() {}

    static String of(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return "unknown option " + unmatched.getUnmatched().get(0);
        }
        ArgSpec argument = fault instanceof MissingParameterException missing
                ? missing.getMissing().get(0)
                : fault.getArgSpec();
        return argument instanceof OptionSpec option
                ? "option " + option.longestName() + reason(fault)
                : fault.getMessage();
    }

    private static String reason(ParameterException fault) {
        if (fault.getCause() instanceof NumberFormatException) {
            return " needs a number: " + fault.getValue();
        }
        if (fault.getCause() instanceof TypeConversionException) {
            return " " + fault.getCause().getMessage();
        }
        return fault.getCause() == null
                ? " needs a value"
                : ": " + fault.getCause().getMessage();
    }
}
