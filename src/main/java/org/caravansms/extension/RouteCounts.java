package org.caravansms.extension;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Counts the exchanges of the extensions' routes. The routes that ship are not counted: counting costs time. */
final class RouteCounts extends RoutePolicySupport implements RoutePolicyFactory {

    /** The counts of one route. */
    static final class Counts {

        private final LongAdder total = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private volatile String lastError = "";

        long total() {
            return total.sum();
        }

        long failed() {
            return failed.sum();
        }

        /** @return when it was and what; empty for none */
        String lastError() {
            return lastError;
        }
    }

    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

    /** @param ids of routes that are to be counted from 0, before they are made */
    void begin(List<String> ids) {
        ids.forEach(id -> counts.put(id, new Counts()));
    }

    void end(List<String> ids) {
        ids.forEach(counts::remove);
    }

    /** @return null for a route that is not counted */
    Counts of(String id) {
        return counts.get(id);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String id, NamedNode route) {
        return counts.containsKey(id) ? this : null;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Counts found = counts.get(route.getRouteId());
        if (found != null) {
            found.total.increment();
            if (exchange.isFailed()) {
                found.failed.increment();
                found.lastError = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + exchange.getException();
            }
        }
    }
}
