package bench;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * One line of the matrix.
 *
 * @param api what a request speaks
 * @param messages messages per request
 * @param connections connections that are kept busy, one request at a time on each
 * @param parts submit_sm for each message
 * @param latency of the SMSC
 * @param extension of the gateway
 */
record Case(
        BenchApi api, int messages, int connections, int parts, BenchLatency latency, BenchExtension extension) {
    static final int LARGE_LIMIT = 40_000;
    private static final Case LARGE = new Case(BenchApi.FORM, 20_000, 1, 1, BenchLatency.NONE);

    Case(BenchApi api, int messages, int connections, int parts, BenchLatency latency) {
        this(api, messages, connections, parts, latency, BenchExtension.NONE);
    }

    Case with(BenchExtension other) {
        return new Case(api, messages, connections, parts, latency, other);
    }

    /** The cases of the short form besides its matrix, once and without an SMSC latency. */
    static Stream<Case> quick(BenchLatency latency) {
        Case sendmsg = new Case(BenchApi.SENDMSG, 100, 8, 1, BenchLatency.NONE);
        return Stream.of(sendmsg, LARGE).filter(item -> item.latency().equals(latency));
    }

    boolean isLarge() {
        return with(BenchExtension.NONE).equals(LARGE);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "\"api\":\"%s\",\"messagesPerRequest\":%d,\"connections\":%d,\"parts\":%d,\"smscLatencyMillis\":%.0f,"
                        + "\"extension\":\"%s\"",
                api,
                messages,
                connections,
                parts,
                latency.meanMillis(),
                extension);
    }

    @Override
    public String toString() {
        return api + ", " + messages + " per request, " + connections + " connections, " + parts + " parts, SMSC "
                + latency + " ms, extension " + extension;
    }
}
