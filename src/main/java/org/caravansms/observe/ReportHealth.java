package org.caravansms.observe;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/** The step of {@code observe-health}: the checks that a path asks for, and their sum, by which it is 200 or 503. */
public final class ReportHealth {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /** @param path what follows {@code /observe/health} */
    public Map<String, Object> report(@Header(Exchange.HTTP_PATH) String path, Exchange exchange) {
        Collection<HealthCheck.Result> results = results(exchange.getContext(), path);
        boolean up = HealthCheckHelper.isResultsUp(results, true);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, up ? OK : UNAVAILABLE);
        List<Map<String, Object>> checks =
                results.stream().map(ReportHealth::check).toList();
        return Map.of("status", up ? "UP" : "DOWN", "checks", checks);
    }

    private static Collection<HealthCheck.Result> results(CamelContext camel, String path) {
        return switch (path == null ? "" : path) {
            case "/live" -> HealthCheckHelper.invokeLiveness(camel, "full");
            case "/ready" -> HealthCheckHelper.invokeReadiness(camel, "full");
            default -> HealthCheckHelper.invoke(camel, "full");
        };
    }

    private static Map<String, Object> check(HealthCheck.Result result) {
        Map<String, Object> data = new LinkedHashMap<>(result.getDetails());
        boolean warning = data.remove(GatewayCheck.WARNING) != null;
        data.keySet().removeIf(HealthCheckHelper::isReservedKey);
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("name", result.getCheck().getId());
        check.put("status", warning ? "WARNING" : result.getState().toString());
        result.getMessage().ifPresent(text -> check.put("message", text));
        check.put("data", data);
        return check;
    }
}
