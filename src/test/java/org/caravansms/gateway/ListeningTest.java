package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The gateway listens where its start says, and nowhere else: no broker, no management, no console. */
@EnabledOnOs(OS.LINUX)
class ListeningTest {

    private static final String LISTEN = "0A";

    @TempDir
    Path data;

    @Test
    void httpShouldBeTheOnlyPort() throws Exception {
        Set<Integer> before = listening();
        try (RunningGateway gateway = RunningGateway.start(data, FreePort.next(), "SMS_SMPP_SERVER_ENABLED", "false")) {
            assertEquals(Set.of(gateway.port()), since(before));
        }
        assertEquals(Set.of(), since(before));
    }

    @Test
    void httpsShouldBeTheOnlyOtherPort() throws Exception {
        Set<Integer> before = listening();
        int https = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(
                data,
                FreePort.next(),
                "SMS_HTTPS_ENABLED",
                "true",
                "SMS_HTTPS_PORT",
                Integer.toString(https),
                "SMS_SMPP_SERVER_ENABLED",
                "false")) {
            assertEquals(Set.of(gateway.port(), https), since(before));
        }
    }

    @Test
    void gatewayWithBothOffShouldListenNowhere() throws Exception {
        Set<Integer> before = listening();
        try (RunningGateway gateway = RunningGateway.start(
                data, FreePort.next(), "SMS_HTTP_ENABLED", "false", "SMS_SMPP_SERVER_ENABLED", "false")) {
            assertEquals(Set.of(), since(before));
        }
    }

    @Test
    void portWithoutItsRouteShouldNotBeAnnounced() throws Exception {
        Set<Integer> before = listening();
        Files.delete(Installation.in(data).resolve("routes/http.camel.yaml"));
        try (SeenLog log = SeenLog.attach();
                RunningGateway gateway =
                        RunningGateway.startAt(data, FreePort.next(), "SMS_SMPP_SERVER_ENABLED", "false")) {
            assertEquals(Set.of(), since(before));
            await().until(() -> !log.linesWith("Operator  bin/caravan").isEmpty());
            assertEquals(List.of(), log.linesWith("HTTP API"));
            assertEquals(
                    1,
                    log.linesWith("sms.http.enabled is true, but nothing listens: there is no route http")
                            .size());
        }
    }

    private static Set<Integer> since(Set<Integer> before) throws IOException {
        Set<Integer> ports = listening();
        ports.removeAll(before);
        return ports;
    }

    /** The ports on which this process listens, of whatever address. */
    private static Set<Integer> listening() throws IOException {
        Set<String> mine = sockets();
        Set<Integer> ports = new TreeSet<>();
        for (String table : Set.of("tcp", "tcp6")) {
            Files.readAllLines(Path.of("/proc/self/net", table)).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(socket -> socket[3].equals(LISTEN) && mine.contains(socket[9]))
                    .forEach(socket -> ports.add(Integer.parseInt(socket[1].replaceAll(".*:", ""), 16)));
        }
        return ports;
    }

    private static Set<String> sockets() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(ListeningTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring(8, target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    /** One that was closed meanwhile is none. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
