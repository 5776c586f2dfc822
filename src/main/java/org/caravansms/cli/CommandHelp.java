package org.caravansms.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caravansms.operator.Reply;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of every command: its subcommands with their full names, and the exit codes. */
final class CommandHelp {

    private static final int WIDTH = 120;
    private static final int NAME_WIDTH = 28;
    private static final Map<String, String> EXIT_CODES = UsageMessageSpec.keyValuesMap(
            "0:all is done",
            "1:something is not: it was refused or not found, or failed",
            "2:what was asked for is wrong, or a setting is",
            "3:no gateway answers: none runs, or it is too busy, or another user's");

    /** They answer with no document: what they print is for people, or a script. */
    private static final Set<String> WITHOUT_JSON =
            Set.of("caravan", "run", "simulator", "create", "upgrade", "component", "version", "completion", "help");

    void applyTo(CommandLine line) {
        line.setUsageHelpWidth(WIDTH);
        describe(line);
    }

    private void describe(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        if (command.findOption("--help") == null) {
            command.addOption(OptionSpec.builder("--help")
                    .usageHelp(true)
                    .description("explains the command")
                    .build());
        }
        if (line.getSubcommands().isEmpty()
                && !WITHOUT_JSON.contains(command.name())
                && command.findOption(Reply.JSON) == null) {
            command.addOption(OptionSpec.builder(Reply.JSON)
                    .description("answers with one JSON document, see docs/commands.md")
                    .build());
        }
        UsageMessageSpec usage = command.usageMessage();
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandHelp::commands);
        if (usage.exitCodeList().isEmpty()) {
            usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(EXIT_CODES);
        }
        line.getSubcommands().values().forEach(this::describe);
    }

    private static String commands(Help help) {
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(NAME_WIDTH, 2, Overflow.SPAN),
                new Column(WIDTH - NAME_WIDTH, 0, Overflow.WRAP));
        // Java does not order the methods of a class
        new TreeMap<>(help.subcommands())
                .values()
                .forEach(command -> table.addRowValues(command.commandSpec().qualifiedName(), description(command)));
        return table.toString();
    }

    private static String description(Help command) {
        UsageMessageSpec usage = command.commandSpec().usageMessage();
        return (usage.header().length > 0 ? usage.header() : usage.description())[0];
    }
}
