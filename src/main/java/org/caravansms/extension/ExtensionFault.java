package org.caravansms.extension;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** A file of {@code extensions/} is not taken over. The message has the line, where there is one, and the reason. */
final class ExtensionFault extends Exception {

    private static final int NO_LINE = 0;

    private ExtensionFault(int line, String reason) {
        super(line == NO_LINE ? reason : "line " + line + ": " + reason);
    }

    /** @param line from 1; 0 where the fault has none */
    static ExtensionFault at(int line, String reason) {
        return new ExtensionFault(line, reason);
    }

    static ExtensionFault at(Optional<Mark> mark, String reason) {
        return at(mark.map(found -> found.getLine() + 1).orElse(NO_LINE), reason);
    }

    /** @param lines the lines of the routes, by id: Camel names the route that it cannot make or start */
    static ExtensionFault of(Throwable failure, Map<String, Integer> lines) {
        if (failure instanceof ExtensionFault fault) {
            return fault;
        }
        Optional<MarkedYamlEngineException> marked = causes(failure)
                .filter(MarkedYamlEngineException.class::isInstance)
                .map(MarkedYamlEngineException.class::cast)
                .findFirst();
        return marked.map(yaml -> at(yaml.getProblemMark(), yaml.getProblem()))
                .orElseGet(() -> at(lines.getOrDefault(route(failure), NO_LINE), reason(failure)));
    }

    private static String route(Throwable failure) {
        return causes(failure)
                .map(ExtensionFault::routeId)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String routeId(Throwable failure) {
        String id = failure instanceof FailedToCreateRouteException made
                ? made.getRouteId()
                : failure instanceof FailedToStartRouteException started ? started.getRouteId() : null;
        return id == null ? "" : id;
    }

    /** The innermost cause has the reason, the others repeat the route. */
    private static String reason(Throwable failure) {
        Throwable root = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        String text = root.getMessage() == null
                ? ""
                : root.getMessage().lines().findFirst().orElse("");
        return text.isBlank() || !text.contains(" ") ? root.getClass().getSimpleName() + " " + text : text;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
