package org.caravansms;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From where to where messages go by the files of {@code routes/}. A route is named by its id, all else as in the picture. */
final class RouteGraph {

    /** From here a message goes there. */
    record Edge(String from, String to) {}

    /** What a bean or the broker does, and no route file says. */
    private static final List<Edge> BY_BEANS = List.of(
            new Edge("bin/caravan", "operator"),
            new Edge("outbound", "sms.client-ids"),
            new Edge("sms.outbound", "sms.outbound.expired"),
            new Edge("dispatch", "sms.outbound.doubt"),
            new Edge("sms.outbound.doubt", "resume-in-doubt"),
            new Edge("resume-in-doubt", "sms.outbound"),
            new Edge("an earlier version", "sms.receipts"),
            new Edge("store", "database"),
            new Edge("store-retention", "database"),
            new Edge("store-query", "database"),
            new Edge("callback", "HTTP receivers"),
            new Edge("sms.smpp.due", "sms.smpp.expired"),
            new Edge("smpp-delivery", "SMPP clients"),
            new Edge("smpp-server", "query-sm"),
            new Edge("smpp-server", "cancel-sm"),
            new Edge("smpp-server", "replace-sm"),
            new Edge("query-sm", "database"),
            new Edge("replace-sm", "sms.cancelled"),
            new Edge("sms.cancelled", "dispatch"),
            new Edge("producers", "sms.submit"),
            new Edge("sms.events", "sms.user-events"),
            new Edge("user-events", "users on the broker"));

    /** Every queue has them: they are left out. */
    private static final String DEAD_LETTERS = ".dead";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Pattern DYNAMIC = Pattern.compile("direct:(.*)\\$\\{variable\\..*");
    private static final Pattern TOPIC =
            Pattern.compile("(?s)<address name=\"([^\"]*)\">\\s*<multicast>(.*?)</multicast>");
    private static final Pattern QUEUE = Pattern.compile("<queue name=\"([^\"]*)\"");

    private final List<RouteFile> files;
    private final Properties settings = new Properties();

    RouteGraph(List<RouteFile> files) throws IOException {
        this.files = files;
        try (Reader file = Files.newBufferedReader(Path.of("config/application.properties"))) {
            settings.load(file);
        }
        // a provider drains these, or queues below them
        settings.setProperty("queues", settings.getProperty("sms.queue.outbound"));
        settings.setProperty("queue", settings.getProperty("sms.queue.receipts"));
    }

    List<RouteFile> routes() {
        return files.stream().filter(file -> !file.isConfiguration()).toList();
    }

    List<Edge> edges() {
        return Stream.of(
                        routes().stream().flatMap(this::into),
                        routes().stream().flatMap(this::outOf),
                        BY_BEANS.stream(),
                        subscriptions())
                .flatMap(edges -> edges)
                .distinct()
                .toList();
    }

    /** A route that others call has its edges from them. */
    private Stream<Edge> into(RouteFile route) {
        return route.from().startsWith("direct:")
                ? Stream.empty()
                : nodes(route.from(), route).map(node -> new Edge(node, route.id()));
    }

    private Stream<Edge> outOf(RouteFile route) {
        return Stream.concat(Stream.of(route), files.stream().filter(file -> isConfigurationOf(route, file)))
                .flatMap(RouteFile::endpoints)
                .filter(uri -> !uri.equals(route.from()))
                .flatMap(uri -> nodes(uri, route))
                .filter(node -> !node.endsWith(DEAD_LETTERS))
                .map(node -> new Edge(route.id(), node));
    }

    private static boolean isConfigurationOf(RouteFile route, RouteFile file) {
        return file.isConfiguration() && route.configurations().contains(file.id());
    }

    private Stream<String> nodes(String uri, RouteFile of) {
        return switch (uri.substring(0, uri.indexOf(':'))) {
            case "http-api" -> Stream.of("HTTP clients");
            case "smpp-server" -> Stream.of("SMPP clients");
            case "smsc" -> Stream.of("SMSC");
            case "jms", "jms-batch" -> Stream.of(resolved(uri).replace("topic:", ""));
            case "direct" -> called(uri, of);
            default -> Stream.empty();
        };
    }

    private Stream<String> called(String uri, RouteFile by) {
        if (uri.contains("${header")) {
            return Stream.of("routes of a team");
        }
        var dynamic = DYNAMIC.matcher(uri);
        return dynamic.matches() ? calledByVariable(dynamic.group(1), by) : Stream.of(resolved(uri));
    }

    /** Those of the same group whom nobody calls by their name. */
    private Stream<String> calledByVariable(String prefix, RouteFile by) {
        return routes().stream()
                .filter(route -> Objects.equals(route.group(), by.group()) && !route.equals(by))
                .map(RouteFile::id)
                .filter(id -> id.startsWith(prefix))
                .filter(id -> files.stream()
                        .filter(file -> !file.id().equals(id))
                        .flatMap(RouteFile::endpoints)
                        .noneMatch(("direct:" + id)::equals));
    }

    /** With the queues that ship; what differs from one provider or receiver to the next is left out. */
    private String resolved(String uri) {
        return PLACEHOLDER
                .matcher(uri.substring(uri.indexOf(':') + 1))
                .replaceAll(found -> settings.getProperty(found.group(1), "…"))
                .replaceAll("[-.]….*", "");
    }

    private static Stream<Edge> subscriptions() {
        try {
            return TOPIC.matcher(Files.readString(Path.of("config/broker.xml")))
                    .results()
                    .flatMap(topic -> QUEUE.matcher(topic.group(2))
                            .results()
                            .map(queue -> new Edge(topic.group(1), queue.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
