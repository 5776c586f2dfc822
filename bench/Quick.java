package bench;

import java.util.stream.Stream;

/** What the short form runs besides its matrix, once and without an SMSC latency, so that CI sees it. */
final class Quick {
    static final int LARGE_LIMIT = 40_000;
    private static final Case JSON_API = new Case(BenchApi.SENDMSG, 100, 8, 1, BenchLatency.NONE);
    private static final Case LARGE = new Case(BenchApi.FORM, 20_000, 1, 1, BenchLatency.NONE);

    private Quick() {}

    static Stream<Case> cases(BenchLatency latency) {
        return Stream.of(JSON_API, LARGE).filter(item -> item.latency().equals(latency));
    }

    static boolean isLarge(Case item) {
        return item.equals(LARGE);
    }
}
