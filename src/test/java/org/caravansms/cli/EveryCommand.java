package org.caravansms.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Each command that asks the running gateway, where none answers: it ends with 3 and says why, once. */
final class EveryCommand {

    /** Over the operator's socket, and one of a team's own. */
    static final List<String> OF_THE_SOCKET = List.of(
            "status",
            "status a1",
            "status --watch 1",
            "routes",
            "log",
            "log debug root",
            "trace a1",
            "pause sandbox",
            "resume sandbox",
            "drain --deadline 1m",
            "erase +36201234567",
            "dead list",
            "dead resend --all",
            "dead drop a1",
            "doubt list",
            "doubt resend a1",
            "doubt drop --all",
            "requests list",
            "requests resend a1",
            "requests drop a1",
            "smpp-dead list",
            "smpp-dead resend a1",
            "smpp-dead drop a1",
            "receipts orphans",
            "events list",
            "events drop sales",
            "smpp-clients list",
            "smpp-clients unbind ann",
            "explain +36201234567 Hello",
            "explain 0198c3a2-1111-7222-8333-444455556666",
            "backup folder");

    /** Over HTTP. */
    static final List<String> OF_HTTP = List.of("send +36201234567 Hello");

    /** Those that need no running gateway, and {@code help} of each group. */
    private static final Set<String> LOCAL = Set.of(
            "run",
            "component",
            "user",
            "restore",
            "check",
            "completion",
            "create",
            "upgrade",
            "version",
            "help",
            "simulator");

    private EveryCommand() {}

    /** @return the commands of the program that are in no list */
    static List<String> unlisted() {
        List<String> listed =
                Stream.concat(OF_THE_SOCKET.stream(), OF_HTTP.stream()).toList();
        return leaves(Caravan.line(""))
                .map(name -> name.substring("caravan ".length()))
                .filter(name -> !name.endsWith("help") && !LOCAL.contains(name.split(" ")[0]))
                .filter(name -> listed.stream().noneMatch(words -> (words + " ").startsWith(name + " ")))
                .toList();
    }

    private static Stream<String> leaves(CommandLine line) {
        return line.getSubcommands().isEmpty()
                ? Stream.of(line.getCommandSpec().qualifiedName())
                : line.getSubcommands().values().stream().flatMap(EveryCommand::leaves);
    }

    /**
     * @param begin of the reason
     * @return what is wrong with the ends of these commands, for people and for scripts
     */
    static List<String> faults(List<String> commands, String begin) {
        return commands.stream()
                .flatMap(words -> Stream.of(words, words + " --json"))
                .flatMap(words -> faults(words, begin).stream())
                .toList();
    }

    static List<String> faults(String words, String begin) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        long start = System.nanoTime();
        int exitCode = Caravan.run(new PrintWriter(out, true), new PrintWriter(err, true), words.split(" "));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        boolean isJson = words.endsWith("--json");
        List<String> faults = new ArrayList<>();
        if (exitCode != 3) {
            faults.add(words + " ended with " + exitCode);
        }
        // a busy machine may double it; the packaged program is measured by ExitCodesIT
        if (seconds >= 4) {
            faults.add(words + " took " + seconds + " s");
        }
        if (!(isJson ? error(out.toString()) : err.toString()).startsWith(begin)
                || !(isJson ? err : out).toString().isEmpty()) {
            faults.add(words + " printed " + out + " and " + err);
        }
        return faults;
    }

    /** @return the error of the one document that there is */
    private static String error(String printed) {
        try {
            return new JsonMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(printed)
                    .path("error")
                    .asText();
        } catch (JsonProcessingException e) {
            return e.getMessage();
        }
    }

    /** As another user: the faults, a line each. */
    public static void main(String[] begin) {
        faults(Stream.concat(OF_THE_SOCKET.stream(), Stream.of("own command")).toList(), String.join(" ", begin))
                .forEach(System.out::println);
    }
}
