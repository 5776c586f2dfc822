package org.caravansms.cli;

import java.io.PrintWriter;
import org.caravansms.operator.UsageFault;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** A command line that is wrong: what is wrong with it, and where its help is. */
final class WrongUse implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException fault, String[] words) {
        PrintWriter err = fault.getCommandLine().getErr();
        err.println(UsageFault.of(fault));
        err.println(fault.getCommandLine().getCommandSpec().qualifiedName() + " --help explains it.");
        return ExitCode.USAGE;
    }
}
