package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How a {@link Simulator} listens and answers. Begin with {@link #defaults()}; each wither returns a changed copy, and
 * nothing changes an instance after that.
 */
@Command(optionListHeading = "%n")
public final class SimulatorOptions implements Cloneable {
    @Option(names = "--host", paramLabel = "H", description = "address to listen on (127.0.0.1)")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "P",
            converter = NumberRange.Port.class,
            description = "port to listen on, 0 for any free one (2775)")
    int port = 2775;

    /** Null for any. */
    @Option(names = "--system-id", paramLabel = "S", description = "the only system_id that may bind (any)")
    String systemId;

    /** Null for any. */
    @Option(names = "--password", paramLabel = "P", description = "the password a bind must have (any)")
    String password;

    /** Has the passwords of the binds as well; null for no file. */
    @Option(names = "--log", paramLabel = "FILE", description = "append one JSON line for each PDU to FILE")
    Path logFile;

    /** Written by {@link SimulatorMain} only; null for no file. */
    @Option(names = "--stats", paramLabel = "FILE", description = "keep the current counts in FILE as one JSON line")
    Path statsFile;

    @Option(names = "--quiet", description = "print no line for each PDU")
    boolean quiet;

    @Option(names = "--help", usageHelp = true, description = "print this and stop")
    boolean help;

    /** Null for plain TCP. */
    SSLContext tls;

    /** Whether a client without a trusted certificate is turned away. */
    boolean needClientCertificate;

    List<Consumer<SubmitSm>> listeners = List.of();

    /** The time between a request and its response. */
    Latency latency = Latency.ofMillis(0);

    /** The answer to each submit_sm for which no fault decides. */
    Answers answers = submitSm -> SubmitAnswer.ok();

    Faults faults = Faults.none();
    SimulatedReceipts receipts = new SimulatedReceipts();
    InboundTraffic inbound = new InboundTraffic();

    private SimulatorOptions() {}

    /** Port 2775 of 127.0.0.1, no latency, any bind and every submit_sm is accepted, and gets a receipt if it asks. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions();
    }

    @Option(
            names = "--latency-millis",
            paramLabel = "N",
            converter = NumberRange.FromZero.class,
            description = "milliseconds between a request and its response (0)")
    private void latencyMillis(int millis) {
        latency = Latency.ofMillis(millis);
    }

    @Option(
            names = "--latency",
            paramLabel = "MIX",
            description = "the same, or drawn for each response: 80%%10,15%%100,5%%1000")
    private void latency(Latency mix) {
        latency = mix;
    }

    SimulatorOptions with(Consumer<SimulatorOptions> change) {
        try {
            SimulatorOptions copy = (SimulatorOptions) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    public SimulatorOptions withHost(String host) {
        return with(options -> options.host = host);
    }

    /** These options with another port; 0 takes any free one. */
    public SimulatorOptions withPort(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
        return with(options -> options.port = port);
    }

    /** These options with a file the JSON lines are appended to. */
    public SimulatorOptions withLogFile(Path logFile) {
        return with(options -> options.logFile = logFile);
    }

    /** These options with or without the readable lines on the standard output. */
    public SimulatorOptions withQuiet(boolean quiet) {
        return with(options -> options.quiet = quiet);
    }

    /**
     * These options with one more listener for each submit_sm that could be read, also the refused ones. It is called
     * on the thread of the connection, after the line is in the log file and before the response is sent; an exception
     * closes the connection and leaves the submit_sm unanswered.
     */
    public SimulatorOptions withListener(Consumer<SubmitSm> listener) {
        return with(options -> options.listeners =
                Stream.concat(listeners.stream(), Stream.of(listener)).toList());
    }

    /** These options with the same response latency for all, in milliseconds. */
    public SimulatorOptions withLatencyMillis(long latencyMillis) {
        return with(options -> options.latency = Latency.ofMillis(latencyMillis));
    }

    public SimulatorOptions withAnswers(Answers answers) {
        return with(options -> options.answers = answers);
    }

    public SimulatorOptions withFaults(Faults faults) {
        return with(options -> options.faults = faults);
    }
}
