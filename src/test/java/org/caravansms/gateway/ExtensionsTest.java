package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.caravansms.gateway.Operator.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a team's own come, change and go while messages flow through the gateway. */
class ExtensionsTest {

    private static final String NONE = "There is no such command.";

    /** A command whose route is just being removed waits so long for another: the time-out of {@code direct:}. */
    private static final Duration COMMAND_WITHOUT_ROUTE = Duration.ofSeconds(30);

    private static final int CLIENTS = 4;

    @TempDir
    static Path home;

    private static final List<String> answers = new CopyOnWriteArrayList<>();
    private static final AtomicBoolean sending = new AtomicBoolean(true);
    private static TeamFolder team;
    private static TestSmsc smsc;
    private static RunningGateway gateway;
    private static List<CompletableFuture<Void>> clients;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        Installation.in(home);
        team = new TeamFolder(home);
        team.putCommand("early", "from the start");
        team.put("wrong", "- route:\n    id: wrong\n    from:\n      uri: direct:wrong\n      stepps: []\n");
        gateway = RunningGateway.startAt(home, smsc.port());
        clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.runAsync(ExtensionsTest::send, command -> new Thread(command).start()))
                .toList();
    }

    private static void send() {
        while (sending.get()) {
            answers.add(gateway.send("recipient=%2B36201111111&messagedata=flow"));
        }
    }

    @AfterEach
    void messagesShouldHaveFlowed() {
        int before = answers.size();
        await().until(() -> answers.size() > before + 1);
        assertEquals(
                List.of(),
                answers.stream()
                        .filter(answer -> !answer.contains("<statuscode>0<"))
                        .toList());
    }

    @AfterAll
    static void stop() throws Exception {
        sending.set(false);
        clients.forEach(CompletableFuture::join);
        gateway.close();
        smsc.close();
    }

    @Test
    void filesThatAreThereAtTheStartShouldBeLoadedEachByItself() {
        team.awaitAnswer("early", "from the start");
        String wrong = team.awaitRoutes("wrong.camel.yaml");
        assertTrue(wrong.startsWith("extensions/wrong.camel.yaml is skipped: line 5: "), wrong);
        assertTrue(wrong.contains("stepps"), wrong);
    }

    @Test
    void fileShouldBeTakenOverWhenItComesChangesBreaksAndGoes() throws Exception {
        team.putCommand("hello", "one");
        team.awaitAnswer("hello", "one");
        team.putCommand("hello", "two");
        team.awaitAnswer("hello", "two");
        team.put("hello", "- route:\n    id: operator-hello\n    from: [\n");
        String broken = team.awaitRoutes("hello.camel.yaml stays as it was");
        assertTrue(broken.contains(": line "), broken);
        assertEquals(new Answered(0, "two\n"), team.ask("hello"));
        team.putCommand("hello", "three");
        team.awaitAnswer("hello", "three");
        assertEquals("", team.routes("hello.camel.yaml stays"));
        team.remove("hello");
        await().atMost(COMMAND_WITHOUT_ROUTE.multipliedBy(2))
                .until(() -> team.ask("hello").text().startsWith(NONE));
        assertEquals("", team.routes("hello"));
    }

    @Test
    void routeWithTheIdOfAShippedOneShouldReplaceItUntilTheFileIsRemoved() throws Exception {
        String shipped = Files.readString(home.resolve("routes/answer-xml.camel.yaml"));
        String marked = shipped.stripTrailing() + "\n        - setHeader: { name: Team, constant: ours }\n";
        team.put("our-xml", marked);
        String ours = team.awaitRoutes("extensions/our-xml.camel.yaml, replaces the shipped one");
        assertTrue(ours.matches("answer-xml +started +\\d+ +0 .*"), ours);
        team.remove("our-xml");
        team.awaitRoutes("routes/answer-xml.camel.yaml");
    }

    @Test
    void exchangeUnderWayShouldEndInTheOldRoute() throws Exception {
        String slow = TeamFolder.command("operator-slow", "slow", "old")
                + "        - delay: { constant: 3000 }\n        - log: \"${body}\"\n";
        team.put("slow", slow);
        await().until(() -> !team.routes("operator-slow").isEmpty());
        CompletableFuture<Answered> underWay = CompletableFuture.supplyAsync(() -> team.ask("slow"));
        await().until(() -> gateway.camel().getInflightRepository().size("operator-slow") == 1);
        team.putCommand("slow", "new");
        team.awaitAnswer("slow", "new");
        assertEquals(new Answered(0, "old\n"), underWay.join());
    }

    @Test
    void exchangesOfAnExtensionShouldBeCountedWithTheLastError() throws Exception {
        team.put(
                "counted",
                TeamFolder.command("operator-counted", "counted", "x")
                        + "        - throwException: { exceptionType: java.lang.IllegalStateException, message: out of paper }\n");
        await().until(() -> team.ask("counted").exitCode() == 1);
        String line = team.awaitRoutes("operator-counted");
        assertTrue(
                line.matches("operator-counted +started +1 +1 +0 +extensions/counted.camel.yaml +.*out of paper"),
                line);
        assertTrue(
                team.routes("sendmessage ").matches("sendmessage +started +- +- +\\d+ +routes/.*"),
                team.routes("sendmessage "));
    }
}
