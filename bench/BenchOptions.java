package bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The options of the command line. */
final class BenchOptions {
    private static final Map<String, String> QUICK = Map.of(
            "--messages", "1,100", "--connections", "8", "--latency", "0,10", "--seconds", "3", "--warmup", "5");

    @Option(
            names = "--quick",
            description = "messages 1,100, connections 8, latency 0,10, 3 s a case; at latency 0 also sendmsg with 100 "
                    + "and form with 20,000 messages a request; then two short drains")
    boolean quick;

    @Option(
            names = "--api", paramLabel = "LIST", split = ",", hideParamSyntax = true, defaultValue = "form",
            description = "what a request speaks: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    List<BenchApi> apis;

    @Option(
            names = "--messages", paramLabel = "LIST", split = ",", hideParamSyntax = true,
            defaultValue = "1,10,100,1000",
            description = "messages per request (${DEFAULT-VALUE})")
    List<Integer> messages;

    @Option(
            names = "--connections", paramLabel = "LIST", split = ",", hideParamSyntax = true, defaultValue = "1,8,32",
            description = "connections (${DEFAULT-VALUE})")
    List<Integer> connections;

    @Option(
            names = "--latency", paramLabel = "LIST", split = ",", hideParamSyntax = true, defaultValue = "0,10,50",
            description = "milliseconds of the SMSC; 80%%10+20%%100 is a mix (${DEFAULT-VALUE})")
    List<BenchLatency> latencies;

    @Option(
            names = "--extension", paramLabel = "LIST", split = ",", hideParamSyntax = true, defaultValue = "none",
            description = "extensions to compare, in turn: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    List<BenchExtension> extensions;

    @Option(names = "--callbacks", description = "each message of a form has a reporturl, which is called twice")
    boolean callbacks;

    @Option(
            names = "--window", paramLabel = "N", defaultValue = "100",
            description = "SMPP window of the gateway (${DEFAULT-VALUE})")
    int window;

    @Option(
            names = "--seconds", paramLabel = "N", defaultValue = "4",
            description = "time of posting in each case (${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--warmup", paramLabel = "N", defaultValue = "8",
            description = "seconds of load at first (${DEFAULT-VALUE})")
    int warmup;

    @Option(
            names = "--repeat", paramLabel = "N", defaultValue = "1",
            description = "runs of each case (${DEFAULT-VALUE})")
    int repeat;

    @Option(names = "--drain", description = "how fast a backlog leaves, in place of the matrix")
    boolean drain;

    @Option(
            names = "--providers", paramLabel = "N", defaultValue = "1",
            description = "with --drain, SMSCs that drain the queue together (${DEFAULT-VALUE})")
    private int providers;

    @Option(
            names = "--parts", paramLabel = "N", defaultValue = "1",
            description = "with --drain, submit_sm for each message, GSM-7 (${DEFAULT-VALUE})")
    private int parts;

    @Option(
            names = "--waiting", paramLabel = "N", defaultValue = "0",
            description = "with --drain, messages that wait when the SMSCs come; 0: they are there (${DEFAULT-VALUE})")
    private int waiting;

    @Option(names = "--windows", description = "the nine drains to compare with window / latency")
    boolean windows;

    @Option(
            names = "--throttle-curve", paramLabel = "SVG",
            description = "draws how the rate follows an SMSC that throttles")
    Path curve;

    @Option(
            names = "--grants", paramLabel = "LIST", split = ",", hideParamSyntax = true,
            defaultValue = "200x40,80x40,200x40",
            description = "what that SMSC grants: messages a second x seconds (${DEFAULT-VALUE})")
    List<Grants.Step> grants;

    @Option(names = "--help", usageHelp = true, description = "print this and stop")
    private boolean help;

    /** The short form has some of its own. */
    static IDefaultValueProvider defaults(String... args) {
        Map<String, String> values = List.of(args).contains("--quick") ? QUICK : Map.of();
        return argument -> argument instanceof OptionSpec option ? values.get(option.longestName()) : null;
    }

    List<Drain> drains() {
        if (drain) {
            return latencies.stream().map(each -> new Drain(each, window, providers, parts, waiting)).toList();
        }
        if (windows) {
            return Drain.WINDOWS;
        }
        return quick ? Drain.QUICK : List.of();
    }
}
