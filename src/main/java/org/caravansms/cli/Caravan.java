package org.caravansms.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.simulator.SimulatorArguments;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * The program {@code bin/caravan}. A word that names none of its commands is one of a team's own, and goes to the running
 * gateway as it is. Exit codes: 0 when all is done, 1 when something is not, 2 when what was asked for is wrong.
 */
@Command(
        name = "caravan",
        description = "An SMS gateway made of Apache Camel routes.",
        versionProvider = JarVersion.class,
        footer = {
            "",
            "caravan NAME ... is a command of your own: a route from direct:operator-NAME, see docs/contract.md.",
            "JAVA_HOME picks the Java (17 or newer), JAVA_OPTS adds options for it."
        })
final class Caravan extends CommandGroup {

    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            UserCommand.class,
            DeadLetterCommand.class,
            InDoubtCommand.class,
            ShowStatus.class,
            TraceMessage.class,
            FindReceipts.class,
            EraseNumber.class,
            SimulatorArguments.class);

    @Option(names = "--version", versionHelp = true, description = "which version this is")
    private boolean version;

    @Unmatched
    private final List<String> own = new ArrayList<>();

    public static void main(String[] words) {
        int exitCode = run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), words);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** @return the exit code */
    static int run(PrintWriter out, PrintWriter err, String... words) {
        return line(words.length == 0 ? "" : words[0]).setOut(out).setErr(err).execute(words);
    }

    /** @param name the command that is wanted: to read the annotations of all would take longer than most commands do */
    static CommandLine line(String name) {
        List<Class<?>> wanted =
                COMMANDS.stream().filter(command -> isNamed(name, command)).toList();
        CommandLine line = new CommandLine(new Caravan());
        wanted.forEach(line::addSubcommand);
        if (wanted.isEmpty()) {
            COMMANDS.forEach(line::addSubcommand);
            line.addSubcommand(new CommandLine(new GenerateCompletion()).setCommandName("completion"));
            line.addSubcommand(new HelpCommand());
        }
        // all that stands behind a command of a team's own is its own
        line.getCommandSpec().parser().stopAtUnmatched(true);
        line.getSubcommands().values().stream()
                .filter(command ->
                        command.getCommandSpec().unmatchedArgsBindings().isEmpty())
                .forEach(command -> command.setUnmatchedArgumentsAllowed(false));
        new CommandHelp().applyTo(line);
        return line.setExpandAtFiles(false)
                .setSeparator(" ")
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionExceptionHandler(new FailedCommand());
    }

    private static boolean isNamed(String name, Class<?> command) {
        return command.getAnnotation(Command.class).name().equals(name);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    @Command(name = "version", description = "which version this is")
    void version() {
        spec.commandLine().printVersionHelp(spec.commandLine().getOut());
    }

    @Override
    public Integer call() {
        return own.isEmpty() ? super.call() : AskedGateway.askOwn(spec, own);
    }
}
