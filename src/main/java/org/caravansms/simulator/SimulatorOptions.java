package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a {@link Simulator}, the SMSC for tests, demos and benchmarks, listens and answers. Immutable:
 * begin with {@link #defaults()}, each wither returns a changed copy.
 *
 * @param host the address to listen on
 * @param port the TCP port to listen on, 0 to 65535; 0 takes any free one
 * @param latencyMillis milliseconds between a request and its response, for each request on its own
 * @param systemId the only system_id that may bind; null lets anybody bind
 * @param password the password a bind must have; null takes any
 * @param logFile where one JSON line for each PDU is appended; null for nowhere. The lines have the
 *     whole PDUs, also the passwords of the binds
 * @param quiet whether the readable lines on the standard output are left out
 * @param answers what each submit_sm of a bound ESME is answered
 * @param listeners who is told of each submit_sm
 */
public record SimulatorOptions(
        String host,
        int port,
        long latencyMillis,
        String systemId,
        String password,
        Path logFile,
        boolean quiet,
        Answers answers,
        List<PduListener> listeners) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the port or the latency is out of range
     */
    public SimulatorOptions {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(answers, "answers");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
        if (latencyMillis < 0) {
            throw new IllegalArgumentException("latency must not be negative: " + latencyMillis);
        }
        listeners = List.copyOf(listeners);
    }

    /** Port 2775 of 127.0.0.1, no latency, anybody may bind, every submit_sm is accepted. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 2775, 0, null, null, null, false, Answers.accepting(), List.of());
    }

    /** These options with another address to listen on. */
    public SimulatorOptions withHost(String host) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with another port; 0 takes any free one. */
    public SimulatorOptions withPort(int port) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with another response latency in milliseconds. */
    public SimulatorOptions withLatencyMillis(long latencyMillis) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with the only system_id that may bind. */
    public SimulatorOptions withSystemId(String systemId) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with the password a bind must have. */
    public SimulatorOptions withPassword(String password) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with a file the JSON lines are appended to. */
    public SimulatorOptions withLogFile(Path logFile) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with or without the readable lines. */
    public SimulatorOptions withQuiet(boolean quiet) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with other answers to submit_sm. */
    public SimulatorOptions withAnswers(Answers answers) {
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, listeners);
    }

    /** These options with one more listener. */
    public SimulatorOptions withListener(PduListener listener) {
        List<PduListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new SimulatorOptions(host, port, latencyMillis, systemId, password, logFile, quiet, answers, more);
    }
}
