package org.caravansms.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caravan completion}: picocli's script for bash and zsh, and a list of {@code complete} for fish. */
@Command(
        name = "completion",
        description = "a script that completes commands: source <(caravan completion), or for fish"
                + " caravan completion fish | source")
final class CompletionCommand implements Runnable {

    /** A shell that the script is for. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash (if missing), zsh or fish")
    private Shell shell = Shell.bash;

    @Override
    public void run() {
        CommandLine root = spec.root().commandLine();
        String script = shell == Shell.fish ? String.join("\n", fish(root)) : AutoComplete.bash("caravan", root);
        root.getOut().println(script);
    }

    private static List<String> fish(CommandLine root) {
        List<String> lines = new ArrayList<>(List.of("complete -c caravan -f"));
        root.getSubcommands().forEach((name, command) -> {
            lines.add(
                    "complete -c caravan -n __fish_use_subcommand -a " + name + description(command.getCommandSpec()));
            add(name, command, lines);
        });
        return lines;
    }

    private static void add(String name, CommandLine command, List<String> lines) {
        String seen = "complete -c caravan -n '__fish_seen_subcommand_from " + name + "' ";
        command.getSubcommands().forEach((below, line) -> {
            lines.add(seen + "-a " + below + description(line.getCommandSpec()));
            line.getCommandSpec().options().forEach(option -> lines.add(seen + option(option)));
        });
        command.getCommandSpec().options().forEach(option -> lines.add(seen + option(option)));
    }

    /** The names of files are completed behind an option that takes one. */
    private static String option(OptionSpec option) {
        String takes = option.arity().max() == 0 ? "" : option.paramLabel().equals("FILE") ? " -r -F" : " -x";
        return "-l " + option.longestName().replaceFirst("^--", "") + takes + quoted(option.description());
    }

    private static String description(CommandSpec command) {
        return quoted(command.usageMessage().description());
    }

    private static String quoted(String... text) {
        return text.length == 0 ? "" : " -d '" + text[0].replace("'", "\\'") + "'";
    }
}
