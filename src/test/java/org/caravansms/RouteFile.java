package org.caravansms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A file of {@code routes/}.
 *
 * @param kind {@code route}, {@code routeTemplate} or {@code routeConfiguration}
 */
record RouteFile(Path path, String kind, Map<?, ?> definition) {

    static final String SUFFIX = ".camel.yaml";
    private static final Set<String> LISTS_OF_STEPS = Set.of("steps", "onException", "onCompletion");
    private static final Set<String> QUEUE_OPTIONS = Set.of("settlement.events", "settlement.doubtQueue");
    private static final Set<String> BRANCHES = Set.of("when", "otherwise", "doCatch", "doFinally");

    static List<RouteFile> all() {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteFile read(Path path) {
        List<?> entries = (List<?>) parse(path);
        Map<?, ?> entry = (Map<?, ?>) entries.get(0);
        if (entries.size() != 1 || entry.size() != 1) {
            throw new IllegalArgumentException(path + " holds more than one route");
        }
        Entry<?, ?> route = entry.entrySet().iterator().next();
        return new RouteFile(path, (String) route.getKey(), (Map<?, ?>) route.getValue());
    }

    private static Object parse(Path path) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return (String) definition.get("id");
    }

    String description() {
        return (String) definition.get("description");
    }

    /** @return the part of it that Camel has routes in groups by; null for a configuration */
    String group() {
        return (String) route().get("group");
    }

    /** @return where its messages come from; a configuration has none */
    String from() {
        return (String) ((Map<?, ?>) route().get("from")).get("uri");
    }

    boolean isConfiguration() {
        return kind.equals("routeConfiguration");
    }

    private Map<?, ?> route() {
        return definition.get("route") instanceof Map<?, ?> inTemplate ? inTemplate : definition;
    }

    /** @return the ids of the configurations that it asks for */
    List<String> configurations() {
        return route().get("routeConfigurationId") instanceof String ids ? List.of(ids.split(",")) : List.of();
    }

    /** @return every endpoint that is named anywhere in it */
    Stream<String> endpoints() {
        return endpoints(definition);
    }

    private static Stream<String> endpoints(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> QUEUE_OPTIONS.contains(entry.getKey())
                            ? Stream.of("jms-batch:" + entry.getValue())
                            : endpoints(entry.getValue()));
        }
        return node instanceof String text && text.matches("[a-z][a-z-]+:\\S+")
                ? Stream.of(text)
                : elements(node).flatMap(RouteFile::endpoints);
    }

    /** @return kind and definition of every step, however deep, and of every branch */
    Stream<Entry<String, Object>> steps() {
        return steps(definition);
    }

    private static Stream<Entry<String, Object>> steps(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry ->
                            Stream.concat(named((String) entry.getKey(), entry.getValue()), steps(entry.getValue())));
        }
        return elements(node).flatMap(RouteFile::steps);
    }

    private static Stream<Entry<String, Object>> named(String key, Object value) {
        if (LISTS_OF_STEPS.contains(key)) {
            return elements(value)
                    .flatMap(step -> ((Map<?, ?>) step).entrySet().stream())
                    .map(step -> Map.entry((String) step.getKey(), step.getValue()));
        }
        Stream<?> branches = value instanceof Map ? Stream.of(value) : elements(value);
        return BRANCHES.contains(key) ? branches.map(branch -> Map.entry(key, branch)) : Stream.empty();
    }

    private static Stream<?> elements(Object node) {
        return node instanceof Collection<?> list ? list.stream().filter(Objects::nonNull) : Stream.empty();
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
