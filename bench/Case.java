package bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * One line of the matrix.
 *
 * @param api what a request speaks
 * @param messages messages per request
 * @param connections connections that are kept busy, one request at a time on each
 * @param latency of the SMSC
 * @param extension of the gateway
 */
record Case(BenchApi api, int messages, int connections, BenchLatency latency, BenchExtension extension) {
    static final List<String> TITLES = List.of("api", "extension", "msgs/req", "conns", "SMSC ms");

    Case with(BenchExtension other) {
        return new Case(api, messages, connections, latency, other);
    }

    /** Under the titles. */
    List<String> cells() {
        return Stream.of(api, extension, messages, connections, latency).map(Object::toString).toList();
    }
}
