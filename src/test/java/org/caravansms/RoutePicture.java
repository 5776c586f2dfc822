package org.caravansms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravansms.RouteGraph.Edge;

/** The page {@code docs/routes.md}: the routes, drawn with Mermaid from their files. */
final class RoutePicture {

    private static final String PAGE = """
            # The routes

            A box is a route: its id, which is the name of its file in `routes/`, and its description. A cylinder is a queue
            or the topic `sms.events`. A rounded box is outside of the gateway, or in the other picture. The boxes of a frame
            have the same `group`. Error routes (`*-errors`) and the queues of dead letters are left out.

            These pictures are drawn from the files by `%s`.

            ## From a client to the handset, and back

            %s
            ## Questions, answers and operators

            %s""";

    /** Groups whose routes no message goes through. */
    private static final Set<String> ASIDE = Set.of("answer", "question", "operator");

    private final RouteGraph graph;

    RoutePicture(RouteGraph graph) {
        this.graph = graph;
    }

    String page(String command) {
        return PAGE.formatted(command, chart("TB", false), chart("LR", true));
    }

    private String chart(String direction, boolean aside) {
        List<RouteFile> routes = graph.routes().stream()
                .filter(route -> ASIDE.contains(route.group()) == aside)
                .toList();
        List<Edge> edges =
                graph.edges().stream().filter(edge -> isAside(edge) == aside).toList();
        List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart " + direction));
        groups(routes).forEach((group, members) -> {
            lines.add("  subgraph " + group);
            members.forEach(route -> lines.add("    " + box(route)));
            lines.add("  end");
        });
        outside(routes, edges).forEach(node -> lines.add("  " + shape(node)));
        edges.forEach(edge -> lines.add("  " + key(edge.from()) + " --> " + key(edge.to())));
        lines.add("```\n");
        return String.join("\n", lines);
    }

    private boolean isAside(Edge edge) {
        return graph.routes().stream()
                .filter(route -> ASIDE.contains(route.group()))
                .map(RouteFile::id)
                .anyMatch(id -> id.equals(edge.from()) || id.equals(edge.to()));
    }

    private static Map<String, List<RouteFile>> groups(List<RouteFile> routes) {
        return routes.stream()
                .collect(Collectors.groupingBy(RouteFile::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<String> outside(List<RouteFile> routes, List<Edge> edges) {
        Set<String> nodes = edges.stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .collect(Collectors.toCollection(TreeSet::new));
        routes.stream().map(RouteFile::id).forEach(nodes::remove);
        return nodes;
    }

    private static String box(RouteFile route) {
        return "%s[\"`**%s**\n    %s`\"]".formatted(key(route.id()), route.id(), route.description());
    }

    private static String shape(String node) {
        return (node.startsWith("sms.") ? "%s[(\"%s\")]" : "%s([\"%s\"])").formatted(key(node), node);
    }

    /** Some words are Mermaid's own. */
    private static String key(String node) {
        return "n-" + node.replace(' ', '-').replace('/', '-');
    }
}
