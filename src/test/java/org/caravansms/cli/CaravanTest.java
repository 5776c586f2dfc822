package org.caravansms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The command line of {@code bin/caravan} where no gateway runs. */
class CaravanTest {

    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... words) {
        PrintWriter out = new PrintWriter(printed, true);
        return Caravan.run(out, out, words);
    }

    static Stream<String> commands() {
        return names(Caravan.line(""));
    }

    private static Stream<String> names(CommandLine line) {
        Stream<String> below = line.getSubcommands().values().stream().flatMap(CaravanTest::names);
        return Stream.concat(Stream.of(line.getCommandSpec().qualifiedName()), below);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpShouldShowTheCommandItsArgumentsAndItsExitCodes(String command) {
        String words = (command + " --help").substring("caravan ".length());
        assertEquals(0, run(words.split(" ")), printed::toString);
        assertTrue(printed.toString().contains("Usage: " + command), printed::toString);
        assertTrue(printed.toString().contains("--help"), printed::toString);
        assertTrue(printed.toString().contains("Exit codes:"), printed::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "run",
        "user",
        "dead",
        "doubt",
        "requests",
        "status",
        "routes",
        "trace",
        "receipts",
        "erase",
        "simulator",
        "completion"
    })
    void helpShouldListEveryCommand(String command) {
        assertEquals(0, run());
        assertTrue(printed.toString().contains("  caravan " + command + " "), printed::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "--help, 'backup, check, completion, component, create, dead, doubt, drain, erase, events, explain, help, log, "
                + "pause, receipts, requests, restore, resume, routes, run, send, simulator, smpp-clients, smpp-dead, status, "
                + "trace, upgrade, user, version'",
        "component --help, 'component add, component help'",
        "dead --help, 'dead drop, dead help, dead list, dead resend'",
        "user --help, 'user add, user help, user list, user off, user on, user passwd, user remove'"
    })
    void helpShouldListCommandsInTheOrderOfTheAlphabet(String words, String commands) {
        assertEquals(0, run(words.split(" ")));
        String listed = printed.toString()
                .lines()
                .filter(line -> line.startsWith("  caravan "))
                .map(line -> line.substring("  caravan ".length()).split(" {2,}")[0])
                .collect(Collectors.joining(", "));
        assertEquals(commands, listed);
    }

    @ParameterizedTest
    @CsvSource({
        "doubt list, shows the first of them",
        "doubt resend, ID... or --all [--reason TEXT]",
        "doubt drop, ID... or --all [--reason TEXT]"
    })
    void groupByItselfShouldExplainItsCommands(String command, String words) {
        assertEquals(0, run("doubt"));
        String line = printed.toString()
                .lines()
                .filter(any -> any.startsWith("  caravan " + command + " "))
                .findFirst()
                .orElse("not listed");
        assertTrue(line.replace(",", "").contains(words), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | version | Caravan ",
                "0 | --version | Caravan ",
                "3 | status | The gateway is not running: ",
                "3 | status --watch 1 | The gateway is not running: ",
                "2 | send +36201234567 | caravan send takes TO and TEXT, or --csv FILE",
                "2 | send --csv no.csv | There is no file no.csv that can be read",
                "2 | send --csv no.csv --from me | --from goes with TO TEXT",
                "2 | send 1 2 --url nowhere | --url takes an address such as ",
                "3 | dead drop -- -a1 | The gateway is not running: ",
                "2 | rum | Unknown command: rum",
                "2 | rum --help | Unknown command: rum",
                "2 | dead fly | Unknown command: dead fly",
                "2 | dead list many | list takes --limit N, --reason TEXT, --provider NAME, --since TIME only",
                "2 | dead list --limit 0 | --limit takes a number from 1 to 10000",
                "2 | doubt resend --al | Unknown option --al",
                "2 | dead drop @file --reason | --reason needs a text",
                "2 | trace | caravan trace needs ID",
                "2 | user add an/na | A user's name may have letters",
                "2 | user passwd anna secret12 | passwd takes NAME only",
                "2 | run --accept-los | bin/caravan run takes no argument but --accept-loss, and not [--accept-los]"
            })
    void exitCodeShouldSayWhetherItIsDoneAndTheFirstLineWhy(int exitCode, String words, String begin) {
        assertEquals(exitCode, run(words.split(" ")), printed::toString);
        assertTrue(printed.toString().startsWith(begin), printed::toString);
    }

    @ParameterizedTest
    @CsvSource({"3, status", "2, dead list --limit 0", "2, rum", "2, trace", "2, user list more", "2, explain 12"})
    void errorShouldBeADocumentForAScript(int exitCode, String words) throws Exception {
        StringWriter err = new StringWriter();
        String[] all = (words + " --json").split(" ");
        assertEquals(exitCode, Caravan.run(new PrintWriter(printed, true), new PrintWriter(err, true), all));
        JsonNode document = new JsonMapper().readTree(printed.toString());
        assertFalse(document.path("error").asText().isEmpty(), printed::toString);
        assertEquals("", err.toString());
    }

    @Test
    void completionShouldBeBashThatCompletesACommand() throws Exception {
        assertEquals(0, run("completion"));
        Path script = Files.writeString(folder.resolve("completion"), printed.toString());
        assertEquals("", bash("bash -n " + script));
        String complete = "; COMP_CWORD=${#COMP_WORDS[@]}-1; _complete_caravan 2>/dev/null; echo ${COMPREPLY[@]}";
        assertEquals("trace", bash("source " + script + "; COMP_WORDS=(caravan tr)" + complete));
        assertEquals("--reason", bash("source " + script + "; COMP_WORDS=(caravan dead drop --r)" + complete));
    }

    @Test
    void completionShouldCompleteACommandAndAnOptionInFish() throws Exception {
        String script = completion("fish");
        String completed = bash("fish --no-config -c 'source " + script + "; complete -C \"caravan tr\"; "
                + "complete -C \"caravan dead drop --re\"'");
        assertTrue(completed.contains("trace\t"), completed);
        assertTrue(completed.contains("--reason\t"), completed);
    }

    /** In a terminal of zsh's own, where the tabulator is pressed. */
    @ParameterizedTest
    @CsvSource({
        "tr, trace",
        "dead drop --rea, dead drop --reason",
        "explain --source exte, explain --source extension",
        "completion zs, completion zsh"
    })
    void completionShouldCompleteACommandAnOptionAndAValueInZsh(String typed, String completed) throws Exception {
        Path terminal = Files.writeString(folder.resolve("terminal"), """
                zmodload zsh/zpty
                zpty shell "TERM=dumb zsh -fi"
                zpty -w shell "autoload -U compinit && compinit -u -D; autoload -U bashcompinit && bashcompinit"
                zpty -w shell "source $1; caravan() { echo got $@ end }"
                zpty -w -n shell "caravan $2"$'\\t\\n'
                zpty -r shell line $'*got * end\\r\\n*'
                print -r -- $line
                """.replace("got $@", "got \\$@"));
        String shown = bash("timeout 20 zsh -f " + terminal + " " + completion("zsh") + " '" + typed + "'");
        assertTrue(shown.contains("got " + completed + " end"), shown);
    }

    private String completion(String shell) throws Exception {
        Assumptions.assumeTrue(bash("command -v " + shell).contains("/"), "there is no " + shell + ", see .ci/run");
        assertEquals(0, run("completion", shell));
        return Files.writeString(folder.resolve("completion"), printed.toString())
                .toString();
    }

    private static String bash(String command) throws Exception {
        Process bash = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        return new String(bash.getInputStream().readAllBytes()).strip();
    }
}
