package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravansms.RouteGraph.Edge;
import org.junit.jupiter.api.Test;

/** The picture of the routes in {@code docs/} is that of the files. */
class RoutePictureTest {

    private static final Path PAGE = Path.of("docs/routes.md");
    private static final String DRAW = "routes.draw";
    private static final String COMMAND = "mvn test -Dtest=RoutePictureTest -D" + DRAW;

    private final RouteGraph graph;

    RoutePictureTest() throws IOException {
        graph = new RouteGraph(RouteFile.all());
    }

    @Test
    void pageShouldShowTheRoutesAsTheyAre() throws Exception {
        String page = new RoutePicture(graph).page(COMMAND);
        if (System.getProperty(DRAW) != null) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "the routes have changed, draw them again: " + COMMAND);
    }

    @Test
    void routeShouldBeReachedByAMessageOrATimer() {
        Set<String> reached = graph.edges().stream().map(Edge::to).collect(Collectors.toSet());
        assertEquals(
                List.of("send", "store-retention"),
                graph.routes().stream()
                        .map(RouteFile::id)
                        .filter(id -> !reached.contains(id))
                        .toList());
    }

    @Test
    void queueShouldHaveASenderAndAReader() {
        Set<String> sent = queues(graph.edges().stream().map(Edge::to).collect(Collectors.toSet()));
        Set<String> read = queues(graph.edges().stream().map(Edge::from).collect(Collectors.toSet()));
        assertEquals(sent, read);
    }

    private static Set<String> queues(Set<String> nodes) {
        return nodes.stream().filter(node -> node.startsWith("sms.")).collect(Collectors.toSet());
    }
}
