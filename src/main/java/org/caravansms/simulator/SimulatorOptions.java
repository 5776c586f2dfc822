package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * How a {@link Simulator} listens and answers. Begin with {@link #defaults()}; each wither returns a changed copy, and
 * nothing changes an instance after that.
 */
public final class SimulatorOptions implements Cloneable {
    String host = "127.0.0.1";
    int port = 2775;
    /** Null for plain TCP. */
    SSLContext tls;
    /** Whether a client without a trusted certificate is turned away. */
    boolean needClientCertificate;
    /** The only system_id that may bind; null for any. */
    String systemId;
    /** Null for any. */
    String password;
    /** Gets one JSON line for each PDU, with the passwords of the binds; null for no file. */
    Path logFile;

    boolean quiet;
    List<PduListener> listeners = List.of();
    List<DeliveryListener> deliveryListeners = List.of();
    /** The time between a request and its response. */
    Latency latency = Latency.ofMillis(0);
    /** The answer to each submit_sm for which no fault decides. */
    Answers answers = Answers.accepting();

    Faults faults = Faults.none();
    SimulatedReceipts receipts = SimulatedReceipts.defaults();
    DeliveryOptions deliveries = DeliveryOptions.defaults();
    InboundTraffic inbound = InboundTraffic.none();

    private SimulatorOptions() {}

    /** Port 2775 of 127.0.0.1, no latency, any bind and every submit_sm is accepted, and gets a receipt if it asks. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions();
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

    /** These options with another address to listen on. */
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

    /** These options with TLS; a client needs a certificate that the context trusts, or not. */
    public SimulatorOptions withTls(SSLContext tls, boolean needClientCertificate) {
        return with(options -> {
            options.tls = tls;
            options.needClientCertificate = needClientCertificate;
        });
    }

    /** These options with the only system_id that may bind. */
    public SimulatorOptions withSystemId(String systemId) {
        return with(options -> options.systemId = systemId);
    }

    /** These options with the password a bind must have. */
    public SimulatorOptions withPassword(String password) {
        return with(options -> options.password = password);
    }

    /** These options with a file the JSON lines are appended to. */
    public SimulatorOptions withLogFile(Path logFile) {
        return with(options -> options.logFile = logFile);
    }

    /** These options with or without the readable lines on the standard output. */
    public SimulatorOptions withQuiet(boolean quiet) {
        return with(options -> options.quiet = quiet);
    }

    /** These options with one more listener. */
    public SimulatorOptions withListener(PduListener listener) {
        return with(options -> options.listeners = appended(listeners, listener));
    }

    /** These options with one more listener for receipts and inbound messages. */
    public SimulatorOptions withDeliveryListener(DeliveryListener listener) {
        return with(options -> options.deliveryListeners = appended(deliveryListeners, listener));
    }

    static <T> List<T> appended(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }

    /** These options with the same response latency for all, in milliseconds. */
    public SimulatorOptions withLatencyMillis(long latencyMillis) {
        return withLatency(Latency.ofMillis(latencyMillis));
    }

    /** These options with another mix of response latencies. */
    public SimulatorOptions withLatency(Latency latency) {
        return with(options -> options.latency = latency);
    }

    /** These options with other answers to submit_sm. */
    public SimulatorOptions withAnswers(Answers answers) {
        return with(options -> options.answers = answers);
    }

    /** These options with other faults. */
    public SimulatorOptions withFaults(Faults faults) {
        return with(options -> options.faults = faults);
    }

    /** These options with other receipts. */
    public SimulatorOptions withReceipts(SimulatedReceipts receipts) {
        return with(options -> options.receipts = receipts);
    }
}
