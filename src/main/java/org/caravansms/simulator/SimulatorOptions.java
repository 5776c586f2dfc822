package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * How a {@link Simulator}, the SMSC for tests, demos and benchmarks, listens and answers. Immutable:
 * begin with {@link #defaults()}, each wither returns a changed copy.
 *
 * @param listening where it listens
 * @param credentials who may bind
 * @param recording who hears of the PDUs
 * @param latency the time between a request and its response, for each request on its own
 * @param answers what each submit_sm of a bound ESME is answered where no fault decides
 * @param faults what goes wrong
 * @param sending what it sends of its own accord
 */
public record SimulatorOptions(
        Listening listening,
        BindCredentials credentials,
        Recording recording,
        Latency latency,
        Answers answers,
        Faults faults,
        Sending sending) {

    /** Checks that nothing is missing. */
    public SimulatorOptions {
        Objects.requireNonNull(listening, "listening");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(faults, "faults");
        Objects.requireNonNull(sending, "sending");
    }

    /** Port 2775 of 127.0.0.1, no latency, anybody may bind, every submit_sm is accepted, and gets a receipt if it asks. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                new Listening("127.0.0.1", 2775, null, false),
                new BindCredentials(null, null),
                new Recording(null, false, List.of(), List.of()),
                Latency.ofMillis(0),
                Answers.accepting(),
                Faults.none(),
                Sending.defaults());
    }

    /** These options with another address to listen on. */
    public SimulatorOptions withHost(String host) {
        return with(listening.withHost(host));
    }

    /**
     * These options with another port; 0 takes any free one.
     *
     * @throws IllegalArgumentException if it is not 0 to 65535
     */
    public SimulatorOptions withPort(int port) {
        return with(listening.withPort(port));
    }

    /** These options with TLS; a client needs a certificate that the context trusts, or not. */
    public SimulatorOptions withTls(SSLContext tls, boolean needClientCertificate) {
        return with(listening.withTls(tls, needClientCertificate));
    }

    private SimulatorOptions with(Listening listening) {
        return new SimulatorOptions(listening, credentials, recording, latency, answers, faults, sending);
    }

    /** These options with the only system_id that may bind. */
    public SimulatorOptions withSystemId(String systemId) {
        return with(credentials.withSystemId(systemId));
    }

    /** These options with the password a bind must have. */
    public SimulatorOptions withPassword(String password) {
        return with(credentials.withPassword(password));
    }

    private SimulatorOptions with(BindCredentials credentials) {
        return new SimulatorOptions(listening, credentials, recording, latency, answers, faults, sending);
    }

    /** These options with a file the JSON lines are appended to. */
    public SimulatorOptions withLogFile(Path logFile) {
        return with(recording.withLogFile(logFile));
    }

    /** These options with or without the readable lines. */
    public SimulatorOptions withQuiet(boolean quiet) {
        return with(recording.withQuiet(quiet));
    }

    /** These options with one more listener. */
    public SimulatorOptions withListener(PduListener listener) {
        return with(recording.withListener(listener));
    }

    /** These options with one more listener for receipts and inbound messages. */
    public SimulatorOptions withDeliveryListener(DeliveryListener listener) {
        return with(recording.withListener(listener));
    }

    private SimulatorOptions with(Recording recording) {
        return new SimulatorOptions(listening, credentials, recording, latency, answers, faults, sending);
    }

    /**
     * These options with the same response latency for all, in milliseconds.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SimulatorOptions withLatencyMillis(long latencyMillis) {
        return withLatency(Latency.ofMillis(latencyMillis));
    }

    /** These options with another mix of response latencies. */
    public SimulatorOptions withLatency(Latency latency) {
        return new SimulatorOptions(listening, credentials, recording, latency, answers, faults, sending);
    }

    /** These options with other answers to submit_sm. */
    public SimulatorOptions withAnswers(Answers answers) {
        return new SimulatorOptions(listening, credentials, recording, latency, answers, faults, sending);
    }

    /** These options with other faults. */
    public SimulatorOptions withFaults(Faults faults) {
        return new SimulatorOptions(listening, credentials, recording, latency, answers, faults, sending);
    }

    /** These options with other receipts. */
    public SimulatorOptions withReceipts(SimulatedReceipts receipts) {
        return with(sending.withReceipts(receipts));
    }

    /** These options with another way to send receipts and inbound messages. */
    public SimulatorOptions withDeliveries(DeliveryOptions deliveries) {
        return with(sending.withDeliveries(deliveries));
    }

    SimulatorOptions with(Sending sending) {
        return new SimulatorOptions(listening, credentials, recording, latency, answers, faults, sending);
    }
}
