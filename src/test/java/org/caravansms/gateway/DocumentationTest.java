package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.gateway.Operator.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages give people to copy works as it stands there: routes, commands of curl, messages. */
class DocumentationTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern ID = Pattern.compile("- route:\\n    id: (\\S+)\\n");

    @TempDir
    static Path home;

    private static TestSmsc smsc;
    private static RunningGateway gateway;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        Installation.in(home);
        for (String route : blocks("yaml").toList()) {
            Installation.addRoute(home, first(ID, route), route);
        }
        gateway = RunningGateway.startAt(home, smsc.port());
        queues = new Queues();
    }

    @AfterAll
    static void stop() throws Exception {
        queues.close();
        gateway.close();
        smsc.close();
    }

    @Test
    void billingShouldGetAJsonObjectForEachMessageThatWasSubmitted() throws Exception {
        String id = id(gateway.send("recipient=%2B36201111111&messagedata=for+billing"));
        JsonNode event = take("billing", "id", id);
        assertEquals("submitted", event.get("type").asText());
        assertEquals("sandbox", event.get("provider").asText());
        assertTrue(event.get("parts").get("1").isTextual());
    }

    @Test
    void durableListenerShouldHearWhatHappenedWhileItsRouteWasStopped() throws Exception {
        gateway.camel().getRouteController().stopRoute("tell-billing");
        String id = id(gateway.send("recipient=%2B36201111112&messagedata=meanwhile"));
        await().until(() -> smsc.texts().contains("meanwhile"));
        gateway.camel().getRouteController().startRoute("tell-billing");
        assertEquals("submitted", take("billing", "id", id).get("type").asText());
    }

    /** A consumer of sms.outbound, which the page once recommended, took two of six. */
    @Test
    void archiveShouldGetEveryMessageAndTakeNone() throws Exception {
        List<String> texts =
                IntStream.range(0, 6).mapToObj(i -> "archived-" + i).toList();
        for (String text : texts) {
            gateway.send("recipient=%2B36201111113&messagedata=" + text);
        }
        for (String text : texts) {
            assertEquals(
                    "+36201111113",
                    take("archive", "text", text).get("recipient").asText());
        }
        await().until(() -> smsc.texts().containsAll(texts));
    }

    @Test
    void commandOfATeamsRouteShouldBeAnswered() {
        assertEquals(new Answered(0, "pong Anna\n"), new Operator(home.resolve("data")).ask("ping", "Anna"));
        assertEquals(new Answered(0, "asked 1 times\n"), new Operator(home.resolve("data")).ask("asked"));
    }

    @Test
    void messageOfThePageShouldBeSentWhenItIsPutOnTheQueue() throws Exception {
        String message = blocks("json")
                .filter(json -> json.contains("\"text\":\"Hello World\""))
                .findFirst()
                .orElseThrow();
        queues.put(
                Queues.OUTBOUND,
                message,
                "SmsId",
                JSON.readTree(message).get("id").asText());
        await().until(() -> smsc.texts().contains("Hello World"));
    }

    static Stream<String> curls() throws IOException {
        return blocks("sh").filter(command -> command.startsWith("curl "));
    }

    @ParameterizedTest
    @MethodSource("curls")
    void curlShouldBeAccepted(String command) throws Exception {
        String answer = curl(command);
        assertTrue(answer.contains("<statuscode0>0<") || answer.contains("\"response_code\":\"SUCCESS\""), answer);
    }

    @Test
    void replyOfTheJsonApiShouldHaveTheKeysOfThePage() throws Exception {
        String command =
                curls().filter(line -> line.contains("sendmsg")).findFirst().orElseThrow();
        String reply = blocks("json")
                .filter(json -> json.contains("http_code"))
                .findFirst()
                .orElseThrow();
        assertEquals(keys(JSON.readTree(reply)), keys(JSON.readTree(curl(command))));
    }

    /** The page has the ports of the configuration that ships. */
    private static String curl(String command) throws Exception {
        String here = command.replace("http://127.0.0.1:9509/", "http://127.0.0.1:" + gateway.port() + "/");
        Process process;
        try {
            process = new ProcessBuilder("sh", "-c", here).start();
        } catch (IOException e) {
            assumeTrue(false, "there is no shell: " + e.getMessage());
            return "";
        }
        String answer = new String(process.getInputStream().readAllBytes());
        assumeTrue(process.waitFor() != 127, "there is no curl");
        return answer;
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.properties().forEach(entry -> {
            keys.add(entry.getKey());
            keys.addAll(keys(entry.getValue()));
        });
        node.elements().forEachRemaining(element -> keys.addAll(keys(element)));
        return keys.stream().distinct().toList();
    }

    /** @return the first message on a queue with that value, those before it are of other tests */
    private static JsonNode take(String queue, String key, String value) throws Exception {
        while (true) {
            JsonNode message = JSON.readTree(queues.take(queue).getBody(String.class));
            if (message.path(key).asText().equals(value)) {
                return message;
            }
        }
    }

    private static String id(String answer) {
        return first(Pattern.compile("<messageid>(.*)</messageid>"), answer);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> blocks(String language) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        for (String folder : List.of("docs", "docs/operating")) {
            try (Stream<Path> docs = Files.list(Path.of(folder))) {
                docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        List<MatchResult> found = new ArrayList<>();
        for (Path page : pages) {
            BLOCK.matcher(Files.readString(page)).results().forEach(found::add);
        }
        return found.stream().filter(block -> block.group(1).equals(language)).map(block -> block.group(2));
    }
}
