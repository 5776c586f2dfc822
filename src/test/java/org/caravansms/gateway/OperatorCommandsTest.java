package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.caravansms.FreePort;
import org.caravansms.gateway.Operator.Answered;
import org.caravansms.operator.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which commands the gateway knows, and what it says to those that it does not. */
class OperatorCommandsTest {

    @TempDir
    static Path data;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start(data, FreePort.next());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dead fly | Unknown command: dead fly",
                "doubt | Unknown command: doubt",
                "receipts fly | Unknown command: receipts fly",
                "receipts orphans --limit x | --limit takes a number from 1 to 10000",
                "dead drop @/etc/hostname --all | --all and ids do not go together",
                "dead list many | list takes --limit N, --reason TEXT, --provider NAME, --since TIME only",
                "dead list --limit 0 | --limit takes a number from 1 to 10000",
                "dead list --limit 99999999999 | --limit takes a number from 1 to 10000",
                "dead drop | Name messages by their ids, or give --all",
                "dead drop a1 --all | --all and ids do not go together",
                "dead list --since noon | --since takes a length of time such as 2h, or a time such as 2026-11-27T22:00Z",
                "dead drop a1 --provider x | --provider goes with --all only",
                "doubt resend a1 --reason no | --reason goes with --all only",
                "doubt resend --all --reason | --reason needs a text",
                "doubt resend --al | Unknown option --al",
                "explain +36201234567 Hello --user nobody | There is no user nobody who may send: "
                        + "bin/caravan user list shows the users.",
                "log loud | There is no level loud: caravan log takes off, error, warn, info, debug or trace, "
                        + "then a logger; or reset",
                "log debug ClientBinds | There is no logger ClientBinds, but packages such as org.caravansms.smsc, "
                        + "classes and ids of routes; caravan log lists those with a level",
                "log debug info root | caravan log takes a level and a logger"
            })
    void wrongUseShouldSayWhatIsWrongAndExitWithTwo(String words, String fault) {
        assertEquals(new Answered(2, fault + "\n"), new Operator(data).ask(words.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "status, 0, providers queues store disk versions startedAt uptimeSeconds subscriptions orphans paused draining",
        "routes, 0, routes faults",
        "dead list, 0, messages total",
        "doubt list --limit 1, 0, messages total",
        "requests list, 0, messages total",
        "smpp-dead list, 0, messages total",
        "receipts orphans, 0, receipts",
        "events list, 0, subscriptions",
        "smpp-clients list, 0, clients",
        "erase +36201234567, 0, erased",
        "dead drop --all, 0, done refused refusals unknown",
        "dead drop nobody, 1, error done refused refusals unknown",
        "status nobody, 1, error",
        "trace nobody, 1, error",
        "explain +36201234567 Hello --user nobody, 2, error",
        "dead fly, 2, error",
        "fly, 2, error"
    })
    void answerShouldBeADocumentOfThoseNames(String words, int exitCode, String names) throws Exception {
        Answered answered = new Operator(data).ask((words + " --json").split(" "));
        assertEquals(exitCode, answered.exitCode(), answered::text);
        List<String> found = new ArrayList<>();
        new JsonMapper().readTree(answered.text()).fieldNames().forEachRemaining(found::add);
        assertEquals(List.of(names.split(" ")), found, answered::text);
        assertEquals(1, answered.text().lines().count());
    }

    @Test
    void statusShouldShowTheBindsAndTheQueues() throws Exception {
        try (Queues queues = new Queues()) {
            queues.put("sms.dead.own", "{}");
            String text = new Operator(data).ask("status").text();
            assertTrue(text.matches("(?s).*\nsandbox +1 +(not )?bound.* 127.0.0.1:\\d+ +0 of \\d+ .*"), text);
            assertTrue(text.matches("(?s).*\nsms.dead.own +1 +\\d+\n.*"), text);
            JsonNode status = new JsonMapper()
                    .readTree(new Operator(data).ask("status", "--json").text());
            assertEquals(1, status.at("/providers/0/bind").asInt(), text);
            assertTrue(Instant.parse(status.at("/providers/0/since").asText()).isBefore(Instant.now()));
            assertTrue(status.at("/store/lagSeconds").isNumber()
                    && status.at("/disk/usedRatio").isNumber());
            assertTrue(status.at("/versions/artemis").asText().startsWith("2."), text);
            queues.take("sms.dead.own");
        }
    }

    @Test
    void mapOfATeamShouldBeLinesOrADocument() throws Exception {
        add("counts", exchange -> exchange.getMessage().setBody(new TreeMap<>(Map.of("sent", 5, "worth", "2.5"))));
        assertEquals(new Answered(0, "sent   5\nworth  2.5\n"), new Operator(data).ask("counts"));
        assertEquals(new Answered(0, "{\"sent\":5,\"worth\":\"2.5\"}\n"), new Operator(data).ask("counts", "--json"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void routeOfATeamShouldBeACommand() throws Exception {
        add("echo", exchange -> exchange.getMessage()
                .setBody(new Reply(1, exchange.getMessage().getBody(List.class))));
        assertEquals(new Answered(1, "two words\n+%\n"), new Operator(data).ask("echo", "two words", "+%"));
    }

    @Test
    void levelShouldChangeWhileItRunsUntilItIsReset() {
        Operator operator = new Operator(data);
        Logger bind = LoggerFactory.getLogger("org.caravansms.smsc.SmppLink");
        assertFalse(bind.isInfoEnabled());
        assertEquals(
                new Answered(0, "org.caravansms.smsc.SmppLink is at debug, and was at error\n"),
                operator.ask("log", "DEBUG", "SmppLink"));
        assertTrue(bind.isDebugEnabled());
        Answered more = operator.ask("log", "trace", "org.apache.camel");
        assertTrue(more.text().contains("may log numbers and texts of messages"), more.text());
        assertTrue(operator.ask("log", "warn").text().startsWith("root is at warn, and was at error"));
        String levels = operator.ask("log").text();
        assertTrue(levels.matches("(?s)LOGGER +LEVEL +IN THE FILE\nroot +warn +error\n.*"), levels);
        assertTrue(levels.matches("(?s).*\norg.caravansms.smsc.SmppLink +debug +-\n.*"), levels);
        assertEquals(new Answered(0, "Loggers with the level of the file again: 3\n"), operator.ask("log", "reset"));
        assertFalse(bind.isInfoEnabled());
        assertFalse(operator.ask("log").text().contains("SmppLink"));
    }

    @Test
    void garbageShouldBeRefused() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < 100; i++) {
            byte[] garbage = new byte[1 + random.nextInt(500)];
            random.nextBytes(garbage);
            garbage[garbage.length - 1] = '\n';
            assertTrue(send(garbage).startsWith("2\n"));
        }
        assertTrue(send("dead %zz list\n".getBytes(StandardCharsets.UTF_8)).startsWith("2\n"));
        assertEquals(0, new Operator(data).ask("dead", "list").exitCode());
    }

    @Test
    void nobodyThereShouldBeSaid(@TempDir Path elsewhere) {
        Answered none = new Operator(elsewhere).ask("dead", "list");
        assertEquals(3, none.exitCode());
        assertTrue(none.text().startsWith("The gateway is not running: "), none.text());
        assertFalse(none.text().contains("Exception"), none.text());
    }

    private static void add(String command, Processor step) throws Exception {
        String id = "operator-" + command;
        gateway.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).errorHandler(noErrorHandler()).process(step);
            }
        });
        gateway.camel().getRouteController().startRoute(id);
    }

    private static String send(byte[] octets) throws Exception {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(data.resolve("caravan.sock")))) {
            client.write(ByteBuffer.wrap(octets));
            return new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
