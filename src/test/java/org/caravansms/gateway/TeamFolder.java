package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.caravansms.gateway.Operator.Answered;

/** The folder {@code extensions/} of a running gateway, as a team works in it, and what the operator then sees. */
final class TeamFolder {

    private final Path folder;
    private final Operator operator;

    TeamFolder(Path home) throws IOException {
        folder = Files.createDirectories(home.resolve("extensions"));
        operator = new Operator(home.resolve("data"));
    }

    Path file(String name) {
        return folder.resolve(name + ".camel.yaml");
    }

    void put(String name, String yaml) throws IOException {
        Files.writeString(file(name), yaml);
    }

    /** A file with one route: the command {@code name} that answers with a text. */
    void putCommand(String name, String text) throws IOException {
        put(name, command("operator-" + name, name, text));
    }

    static String command(String id, String name, String text) {
        return """
                - route:
                    id: %s
                    from:
                      uri: direct:operator-%s
                      steps:
                        - setBody: { constant: "%s" }
                """.formatted(id, name, text);
    }

    void remove(String name) throws IOException {
        Files.delete(file(name));
    }

    Answered ask(String... words) {
        return operator.ask(words);
    }

    void awaitAnswer(String command, String text) {
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(command).equals(new Answered(0, text + "\n")));
    }

    /** @return the lines of {@code caravan routes} with a text, once there are some */
    String awaitRoutes(String text) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> routes(text), lines -> !lines.isEmpty());
    }

    String routes(String text) {
        return String.join(
                "\n",
                ask("routes").text().lines().filter(line -> line.contains(text)).toList());
    }
}
