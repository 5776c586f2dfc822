package bench;

import java.util.stream.Stream;

/** What the short form runs besides its matrix, once and without an SMSC latency, so that CI sees it. */
final class Quick {
    static final int LARGE_LIMIT = 40_000;
    private static final Case JSON_API = new Case(Api.SENDMSG, 100, 8, 0);
    private static final Case LARGE = new Case(Api.FORM, 20_000, 1, 0);

    private Quick() {}

    static Stream<Case> cases(int latency) {
        return Stream.of(JSON_API, LARGE).filter(item -> item.latency() == latency);
    }

    static boolean isLarge(Case item) {
        return item.equals(LARGE);
    }
}
