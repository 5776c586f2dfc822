package bench;

import java.util.Locale;

/**
 * One line of the matrix.
 *
 * @param api what a request speaks
 * @param messages messages per request
 * @param connections connections that are kept busy, one request at a time on each
 * @param parts submit_sm for each message
 * @param latency of the SMSC
 */
record Case(BenchApi api, int messages, int connections, int parts, BenchLatency latency) {
    String json() {
        return String.format(
                Locale.ROOT,
                "\"api\":\"%s\",\"messagesPerRequest\":%d,\"connections\":%d,\"parts\":%d,\"smscLatencyMillis\":%.0f",
                api,
                messages,
                connections,
                parts,
                latency.meanMillis());
    }

    @Override
    public String toString() {
        return api + ", " + messages + " per request, " + connections + " connections, " + parts + " parts, SMSC "
                + latency + " ms";
    }
}
