package org.caravansms.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.caravansms.operator.DrainArguments;
import org.caravansms.operator.OperatorClient;
import org.caravansms.operator.Reply;
import org.caravansms.operator.UsageFault;
import org.caravansms.simulator.SimulatorArguments;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/**
 * The program {@code bin/caravan}. A first word that names none of its commands is a command of a team's own: the
 * running gateway gets it as it is. Exit codes: 0 done, 1 not or not wholly done, 2 wrong arguments or settings, 3 no
 * gateway answers.
 */
@Command(
        name = "caravan",
        description = "An SMS gateway made of Apache Camel routes.",
        footer = {
            "",
            "caravan NAME ... is a command of your own: a route from direct:operator-NAME, see docs/extending.md.",
            "JAVA_HOME picks the Java (17 or newer), JAVA_OPTS adds options for it."
        })
final class Caravan extends CommandGroup {

    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            ComponentCommand.class,
            UserCommand.class,
            DeadLetterCommand.Dead.class,
            DeadLetterCommand.Doubt.class,
            DeadLetterCommand.Requests.class,
            FindReceipts.class,
            DeadLetterCommand.SmppDead.class,
            EventsOptions.class,
            SmppClientsOptions.class,
            ExplainCommand.class,
            BackupOptions.class,
            RestoreCommand.class,
            CheckCommand.class,
            SendCommand.class,
            SimulatorArguments.class);

    @Option(names = "--version", versionHelp = true, description = "which version this is")
    private boolean versionAsked;

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

    /** @param name the command to run: reading the annotations of all would take longer than most commands run */
    static CommandLine line(String name) {
        CommandLine line = new CommandLine(new Caravan());
        if (!line.getSubcommands().containsKey(name)) {
            addCommands(line, name);
        }
        line.getCommandSpec().version("Caravan " + version());
        // the words behind a command of a team's own are its own
        line.getCommandSpec().parser().stopAtUnmatched(true);
        line.getSubcommands().values().stream()
                .filter(command ->
                        command.getCommandSpec().unmatchedArgsBindings().isEmpty())
                .forEach(command -> command.setUnmatchedArgumentsAllowed(false));
        new CommandHelp().applyTo(line);
        return line.setExpandAtFiles(false)
                .setSeparator(" ")
                .setParameterExceptionHandler((fault, words) -> wrongUse(fault, List.of(words)))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> failed(failure, command, parsed.originalArgs()));
    }

    private static void addCommands(CommandLine line, String name) {
        List<Class<?>> wanted =
                COMMANDS.stream().filter(command -> isNamed(name, command)).toList();
        wanted.forEach(line::addSubcommand);
        if (wanted.isEmpty()) {
            COMMANDS.forEach(line::addSubcommand);
            line.addSubcommand(new CompletionCommand());
            line.addSubcommand(new HelpCommand());
        }
    }

    private static String version() {
        String version = Caravan.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static int wrongUse(ParameterException fault, List<String> words) {
        CommandLine command = fault.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help explains it.";
        return print(new Reply(Reply.WRONG, List.of(UsageFault.of(fault), help)), command, words);
    }

    private static int failed(Exception failure, CommandLine command, List<String> words) {
        int exitCode = failure instanceof IllegalArgumentException ? Reply.WRONG : Reply.NOT_DONE;
        return print(new Reply(exitCode, List.of(String.valueOf(failure.getMessage()))), command, words);
    }

    /** An error has no lines on standard output, but the one document that a script asked for. */
    private static int print(Reply error, CommandLine command, List<String> words) {
        boolean json = words.contains(Reply.JSON);
        return OperatorClient.print(error, json, json ? command.getOut() : command.getErr(), command.getErr());
    }

    private static boolean isNamed(String name, Class<?> command) {
        return command.getAnnotation(Command.class).name().equals(name);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    @Command(name = "version", description = "which version this is")
    void printVersion() {
        spec.commandLine().printVersionHelp(spec.commandLine().getOut());
    }

    @Command(
            description = "makes an instance: a directory with settings, extensions and data that upgrades leave alone")
    void create(@Parameters(paramLabel = "DIR", description = "a new or an empty directory") Path directory)
            throws IOException {
        Instance instance = new Instance(directory.toAbsolutePath().normalize());
        instance.create(Home.installation());
        spec.commandLine().getOut().printf("""
                The instance is made. Its settings are in %1$s/config, and start with the SMSC simulator.
                Add a user and start it:
                  %2$s user add NAME
                  %2$s run
                Routes to copy into %1$s/extensions are in %3$s/extensions/examples.
                """, instance.directory(), instance.program(), Home.installation());
    }

    @Command(description = "makes an instance run with this installation from its next start on")
    void upgrade(@Parameters(paramLabel = "DIR", description = "an instance of caravan create") Path directory)
            throws IOException {
        Instance instance = new Instance(directory.toAbsolutePath().normalize());
        instance.upgrade(Home.installation());
        spec.commandLine().getOut().printf("""
                %s runs with %s from its next start on.
                Its settings, extensions and data are as they were.
                """, instance.directory(), Home.installation());
    }

    @Command(description = "how the gateway is, or how a message fares")
    int status(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ID",
                            description = "the messageid; without one, how the gateway is")
                    String id,
            @Option(
                            names = "--watch",
                            arity = "0..1",
                            paramLabel = "SECONDS",
                            fallbackValue = "2",
                            description = "again and again, so many seconds apart (2)")
                    Integer seconds)
            throws InterruptedException {
        return seconds == null ? askGateway() : watch(seconds, id == null ? List.of() : List.of(id));
    }

    /** @return when it fails; a terminal goes on, since the gateway may be restarting */
    private int watch(int seconds, List<String> id) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("status"));
        words.addAll(id);
        if (isJsonAsked()) {
            words.add(Reply.JSON);
        }
        boolean screen = Boolean.getBoolean("caravan.screen");
        PrintWriter out = spec.root().commandLine().getOut();
        Thread interrupted = new Thread(() -> endWatch(out, screen));
        Runtime.getRuntime().addShutdownHook(interrupted);
        while (true) {
            out.print(screen ? "\u001b[H\u001b[2J" : "");
            out.flush();
            int exitCode = askGateway(words);
            if (exitCode != 0 && !screen) {
                Runtime.getRuntime().removeShutdownHook(interrupted);
                return exitCode;
            }
            TimeUnit.SECONDS.sleep(Math.max(1, seconds));
        }
    }

    /** Ctrl-C is how a person ends it: no failure, and the shell goes on in a line of its own. */
    private static void endWatch(PrintWriter out, boolean screen) {
        out.print(screen ? "\r\n" : "");
        out.flush();
        Runtime.getRuntime().halt(Reply.DONE);
    }

    @Command(description = "the routes of the gateway and of extensions, and what is wrong with files in extensions/")
    int routes() {
        return askGateway();
    }

    @Command(description = "the levels of the log; or changes the level of a logger until the next start")
    int log(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "LEVEL",
                            description =
                                    "off, error, warn, info, debug or trace; reset: all as they were at the start")
                    String level,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "LOGGER",
                            description = "a class, a package or the id of a route; without one, root")
                    String logger) {
        return askGateway();
    }

    @Command(description = "what happened to a message, and when")
    int trace(@Parameters(paramLabel = "ID", description = "the messageid") String id) {
        return askGateway();
    }

    @Command(description = "stops sending over a provider or from a queue, also after a restart, until resume")
    int pause(@Parameters(paramLabel = "NAME", description = "the provider's name, or the queue's") String name) {
        return askGateway();
    }

    @Command(description = "sends again what pause stopped; without NAME, accepts new messages after a drain")
    int resume(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "the provider's name, or the queue's")
                    String name) {
        return askGateway();
    }

    @Command(description = "refuses new messages, and waits until those that were accepted are sent")
    int drain(@Mixin DrainArguments options) {
        return askGateway();
    }

    @Command(description = "forgets what a number sent and got")
    int erase(
            @Parameters(paramLabel = "NUMBER", description = "an international number, such as +36201234567")
                    String number) {
        return askGateway();
    }

    @Override
    public Integer call() throws IOException {
        if (own.isEmpty()) {
            return super.call();
        }
        requireGateway(own.get(0));
        return askGateway();
    }
}
