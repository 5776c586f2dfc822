package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravansms.FreePort;
import org.caravansms.gateway.Operator.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is wrong in {@code extensions/} is named, and touches neither the gateway nor the other files. */
class ExtensionFaultsTest {

    /** A bean with a life of its own. */
    public static final class Closing {

        static final AtomicInteger open = new AtomicInteger();

        public Closing() {
            open.incrementAndGet();
        }

        public void close() {
            open.decrementAndGet();
        }
    }

    /** @param reason is in the line about the file */
    private record Fault(String name, String yaml, String reason) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("step", "- log: x", "line 1: log does not stand here; a file of extensions/ may have beans, "),
            new Fault("rest", "\n- rest: { path: /x }", "line 2: rest does not stand here"),
            new Fault("map", "a: b", "line 1: A list is expected"),
            new Fault("yaml", "- route: { id: w", "line 2: expected ',' or '}'"),
            new Fault("comment", "# nothing", "no routes"),
            new Fault("empty", " \n", "the file is empty"),
            new Fault(
                    "forall", "- routeConfiguration: { onException: [] }", "line 1: a routeConfiguration needs an id"),
            new Fault("typeless", "- beans:\n  - name: a", "line 2: A bean needs a name and a type"),
            new Fault(
                    "ours",
                    "- beans: [ { name: messageStore, type: java.lang.Object } ]",
                    "line 1: bean messageStore is the gateway's"),
            new Fault("classless", "- beans: [ { name: a, type: no.such.Type } ]", "line 1: bean a: "),
            new Fault(
                    "template",
                    "- routeTemplate: { id: callback, from: { uri: timer:w, steps: [] } }",
                    "line 1: routeTemplate callback is the gateway's"),
            new Fault(
                    "errors",
                    "- routeConfiguration: { id: http-api-errors, onException: [] }",
                    "line 1: routeConfiguration http-api-errors is the gateway's"),
            new Fault("made", "- templatedRoute: { routeTemplateRef: none }", "Cannot find RouteTemplate with id none"),
            new Fault(
                    "twice", route("twice", "timer:w", "log:x").repeat(2), "line 2: route twice is in the file twice"),
            new Fault(
                    "scheme",
                    route("scheme", "nowhere:x", "log:x"),
                    "line 1: No endpoint could be found for: nowhere://x"),
            new Fault(
                    "option",
                    route("option", "timer:w?perid=1", "log:x"),
                    "line 1: Failed to resolve endpoint: timer://w?perid=1 due to: There are 1 parameters"),
            new Fault(
                    "direct",
                    route("direct", "direct:sendmessage", "log:x"),
                    "line 1: direct:sendmessage is the gateway's; a route of the id sendmessage"),
            new Fault(
                    "slashes",
                    route("slashes", "direct://submit?block=false", "log:x"),
                    "line 1: direct:submit is the gateway's"),
            new Fault(
                    "nobody",
                    route("nobody", "timer:w", "bean:nobody"),
                    "line 1: No bean could be found in the registry for: nobody"),
            new Fault(
                    "provider",
                    route("dispatch-acme-1", "timer:w", "log:x"),
                    "line 1: the gateway makes routes of such names"));

    @TempDir
    static Path home;

    private static TeamFolder team;
    private static RunningGateway gateway;
    private static SeenLog log;

    @BeforeAll
    static void start() throws Exception {
        log = SeenLog.attach();
        Installation.in(home);
        team = new TeamFolder(home);
        for (Fault fault : FAULTS) {
            team.put(fault.name(), fault.yaml());
        }
        gateway = RunningGateway.startAt(home, FreePort.next());
    }

    private static String route(String id, String from, String to) {
        return "- route: { id: %s, from: { uri: \"%s\", steps: [ { to: \"%s\" } ] } }\n".formatted(id, from, to);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        log.close();
    }

    /** All of them are in the folder at the start: a look takes a second. */
    @ParameterizedTest
    @FieldSource("FAULTS")
    void wrongFileShouldBeSkippedWithItsLineAndReason(Fault fault) {
        String line = team.awaitRoutes("extensions/" + fault.name() + ".camel.yaml is skipped: ");
        assertTrue(line.contains(fault.reason()), line);
        assertEquals(
                1,
                log.linesWith("Extension " + fault.name() + ".camel.yaml is skipped")
                        .size());
        assertNull(gateway.camel().getRoute(fault.name()));
    }

    @Test
    void portOfTheApiShouldBeRefused() throws Exception {
        team.put("port", route("port", "jetty:http://127.0.0.1:" + gateway.port() + "/hook", "log:x"));
        String line = team.awaitRoutes("port.camel.yaml is skipped: ");
        assertTrue(line.contains("Address already in use"), line);
    }

    @Test
    void secondFileWithANameShouldBeRefusedUntilTheFirstIsRemoved() throws Exception {
        team.putCommand("once", "first");
        team.awaitAnswer("once", "first");
        team.put("second", TeamFolder.command("operator-once", "twice", "second"));
        team.awaitRoutes("second.camel.yaml is skipped: line 1: route operator-once is in once.camel.yaml, too");
        team.remove("once");
        team.awaitAnswer("twice", "second");
        assertEquals("", team.routes("second.camel.yaml is skipped"));
    }

    @Test
    void versionThatCannotStartShouldGiveTheOldOneItsPlaceBack() throws Exception {
        team.putCommand("steady", "good");
        team.awaitAnswer("steady", "good");
        team.put("steady", TeamFolder.command("operator-steady", "steady", "bad") + "        - to: nowhere:x\n");
        team.awaitRoutes("steady.camel.yaml stays as it was: line 1: No endpoint could be found for: nowhere");
        assertEquals(new Answered(0, "good\n"), team.ask("steady"));
    }

    @Test
    void beanShouldBeMadeOnceAndDestroyedWithItsFile() throws Exception {
        String bean = "- beans: [ { name: closing, type: \"%s\", destroyMethod: close } ]\n"
                .formatted(Closing.class.getName());
        team.put("closing", bean + TeamFolder.command("operator-closing", "closing", "one"));
        team.awaitAnswer("closing", "one");
        assertEquals(1, Closing.open.get());
        team.put("closing", bean + TeamFolder.command("operator-closing", "closing", "two"));
        team.awaitAnswer("closing", "two");
        assertEquals(1, Closing.open.get());
        team.remove("closing");
        await().until(() -> Closing.open.get() == 0);
    }

    @Test
    void linkShouldBeFollowedAndFilesOfEditorsNot() throws Exception {
        String yaml = TeamFolder.command("operator-linked", "linked", "by a link");
        for (String name : List.of(".#linked", "#linked", ".linked")) {
            team.put(name, "- nonsense");
        }
        Files.writeString(home.resolve("extensions/linked.camel.yaml~"), "- nonsense");
        Files.createDirectory(team.file("folder"));
        Path target = Files.writeString(home.resolve("elsewhere"), yaml);
        Files.createSymbolicLink(team.file("linked"), target);
        Files.createSymbolicLink(team.file("dangling"), home.resolve("nothing"));
        team.awaitAnswer("linked", "by a link");
        team.awaitRoutes("dangling.camel.yaml is skipped: the file cannot be read");
        assertEquals(1, team.routes("linked.camel.yaml").lines().count());
        assertEquals("", team.routes("folder"));
        Files.writeString(target, yaml.replace("by a link", "changed"));
        team.awaitAnswer("linked", "changed");
    }
}
