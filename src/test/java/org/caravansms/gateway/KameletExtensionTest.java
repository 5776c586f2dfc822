package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Route;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Camel makes a route for each use of a Kamelet, and removes none by itself. */
class KameletExtensionTest {

    private static final String FILE = """
            - beans: [ { name: ticks-bean, type: "org.caravansms.gateway.KameletExtensionTest$Ticks" } ]
            - routeTemplate:
                id: tick-source
                from:
                  uri: timer:tick
                  parameters: { period: 50 }
                  steps:
                    - bean: { ref: ticks-bean, method: begun }
                    - delay: { constant: 200 }
                    - to: kamelet:sink
            - routeTemplate:
                id: note-sink
                from:
                  uri: kamelet:source
                  steps:
                    - setBody: { constant: noted }
            - route:
                id: ticks
                from:
                  uri: kamelet:tick-source
                  steps:
                    - log: "%s"
                    - to: kamelet:note-sink
                    - bean: { ref: ticks-bean, method: ended }
            """;

    /** A bean of the file, which counts what the source began and what came through. */
    public static final class Ticks {

        private static final AtomicInteger BEGUN = new AtomicInteger();
        private static final AtomicInteger ENDED = new AtomicInteger();

        public void begun() {
            BEGUN.incrementAndGet();
        }

        public void ended() {
            ENDED.incrementAndGet();
        }
    }

    @Test
    void routesOfKameletsShouldGoWithTheRouteThatUsesThem(@TempDir Path home) throws Exception {
        Installation.in(home);
        TeamFolder team = new TeamFolder(home);
        try (RunningGateway gateway = RunningGateway.startAt(home, FreePort.next())) {
            team.put("ticks", FILE.formatted("one"));
            team.awaitRoutes("ticks ");
            assertEquals(3, routes(gateway).size(), routes(gateway).toString());
            List<String> before = routes(gateway);
            team.put("ticks", FILE.formatted("two"));
            await().until(() ->
                    !routes(gateway).equals(before) && routes(gateway).size() >= 3);
            assertEquals(3, routes(gateway).size(), routes(gateway).toString());
            await().until(() -> team.routes("ticks ").matches("ticks +started +[1-9].*"));
            team.remove("ticks");
            await().until(() -> routes(gateway).isEmpty());
            assertEquals(Ticks.BEGUN.get(), Ticks.ENDED.get(), "what was under way came through");
        }
    }

    private static List<String> routes(RunningGateway gateway) {
        return gateway.camel().getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> id.startsWith("tick") || id.startsWith("note"))
                .sorted()
                .toList();
    }
}
