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
import org.caravansms.operator.Columns;
import org.caravansms.operator.Reply;

/**
 * The command {@code routes}: lists the routes of the gateway and of extensions, and the files that are wrong.
 *
 * @param extensions those of the running gateway
 */
public record RoutesCommand(Supplier<Extensions> extensions) {

    private static final List<String> HEAD =
            List.of("ROUTE", "STATE", "EXCHANGES", "FAILED", "IN FLIGHT", "FILE", "LAST ERROR");

    /**
     * @param words none
     * @throws IllegalArgumentException when there are some
     */
    public Reply answer(@Body List<String> words, CamelContext context) {
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("caravan routes takes no argument, and not " + words);
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        context.getRoutes().stream()
                .sorted(Comparator.comparing(Route::getRouteId))
                .forEach(route -> rows.add(row(context, route)));
        List<String> lines = new ArrayList<>(Columns.of(rows));
        lines.addAll(extensions.get().faults());
        return new Reply(Reply.DONE, lines);
    }

    private List<String> row(CamelContext context, Route route) {
        String id = route.getRouteId();
        RouteCounts.Counts counts = extensions.get().counts(id);
        return List.of(
                id,
                context.getRouteController().getRouteStatus(id).name().toLowerCase(Locale.ROOT),
                counts == null ? "-" : Long.toString(counts.total()),
                counts == null ? "-" : Long.toString(counts.failed()),
                Integer.toString(context.getInflightRepository().size(id)),
                file(route),
                counts == null || counts.lastError().isEmpty() ? "-" : counts.lastError());
    }

    /** @return the last folder and the name; a route that Java made has no file */
    private static String file(Route route) {
        if (route.getSourceResource() == null) {
            return "-";
        }
        Path file = Path.of(route.getSourceResource().getLocation().replaceFirst("^file:", ""));
        return file.getNameCount() < 2
                ? file.toString()
                : file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
    }
}
