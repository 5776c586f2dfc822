package org.caravansms.extension;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.caravansms.operator.Reply;
import org.caravansms.operator.Table;

/**
 * The command {@code routes}: lists the routes of the gateway and of extensions, and the files that are wrong.
 *
 * @param extensions those of the running gateway
 */
public record RoutesCommand(Supplier<Extensions> extensions) {

    /**
     * @param words none
     * @throws IllegalArgumentException when there are some
     */
    public Reply answer(@Body List<String> words, CamelContext context) {
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("caravan routes takes no argument, and not " + words);
        }
        Table table = new Table("route", "state", "exchanges", "failed", "inFlight", "file", "lastError");
        context.getRoutes().stream()
                .sorted(Comparator.comparing(Route::getRouteId))
                .forEach(route -> add(context, route, table));
        List<String> faults = extensions.get().faults();
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(faults);
        return new Reply(Reply.DONE, lines).with("routes", table.rows()).with("faults", faults);
    }

    private void add(CamelContext context, Route route, Table table) {
        String id = route.getRouteId();
        RouteCounts.Counts counts = extensions.get().counts(id);
        table.add(
                id,
                String.valueOf(context.getRouteController().getRouteStatus(id)).toLowerCase(Locale.ROOT),
                counts == null ? null : counts.total(),
                counts == null ? null : counts.failed(),
                context.getInflightRepository().size(id),
                file(route),
                counts == null ? null : counts.lastError());
    }

    private String file(Route route) {
        String extension = extensions.get().fileOf(route.getRouteId());
        return extension == null ? shippedFile(route) : extension;
    }

    /** @return the last folder and the name; a route that was made of a template has none */
    private static String shippedFile(Route route) {
        if (route.getSourceResource() == null) {
            return "";
        }
        Path file = Path.of(route.getSourceResource().getLocation().replaceFirst("^file:", ""));
        int names = file.getNameCount();
        return file.subpath(Math.max(0, names - 2), names).toString();
    }
}
