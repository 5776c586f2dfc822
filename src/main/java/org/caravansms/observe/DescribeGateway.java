package org.caravansms.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;

/**
 * The step of {@code observe-info}: versions, and how long the gateway runs.
 *
 * @param node the number of this gateway among those that send through the same SMSCs
 */
public record DescribeGateway(int node) {

    public Map<String, Object> describe(Exchange exchange) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("name", "Caravan");
        info.put("version", Objects.requireNonNullElse(version(), "not packaged"));
        info.put("camel", exchange.getContext().getVersion());
        info.put("java", Runtime.version().toString());
        info.put("node", node);
        Duration uptime = exchange.getContext().getUptime();
        info.put(
                "started",
                Instant.now().minus(uptime).truncatedTo(ChronoUnit.SECONDS).toString());
        info.put("uptimeSeconds", uptime.toSeconds());
        return info;
    }

    private static String version() {
        return DescribeGateway.class.getPackage().getImplementationVersion();
    }
}
