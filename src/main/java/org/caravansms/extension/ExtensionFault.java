package org.caravansms.extension;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** A file of {@code extensions/} is not taken over. The message has the line, where there is one, and the reason. */
final class ExtensionFault extends Exception {

    static final int NO_LINE = 0;

    /** The value of a parameter that an endpoint does not know may be a password. */
    private static final Pattern SECRET = Pattern.compile("(Unknown parameters=\\[\\{[^=]*=).*");

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

    /** @param names of the file with their lines: Camel names the route that it cannot make or start */
    static ExtensionFault of(Throwable failure, ExtensionNames names) {
        if (failure instanceof ExtensionFault fault) {
            return fault;
        }
        Optional<MarkedYamlEngineException> marked = causes(failure)
                .filter(MarkedYamlEngineException.class::isInstance)
                .map(MarkedYamlEngineException.class::cast)
                .findFirst();
        return marked.map(yaml -> at(yaml.getProblemMark(), yaml.getProblem()))
                .orElseGet(() -> at(names.lines().getOrDefault("route " + route(failure), NO_LINE), reason(failure)));
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
    static String reason(Throwable failure) {
        Throwable root = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        String text = root.getMessage() == null
                ? ""
                : root.getMessage().lines().findFirst().orElse("");
        String named = text.contains(" ") ? text : (root.getClass().getSimpleName() + " " + text).strip();
        return SECRET.matcher(named).replaceAll("$1...");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
