package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.FreePort;
import org.caravansms.check.Finding;
import org.caravansms.check.Finding.Level;
import org.caravansms.check.InstanceCheck;
import org.caravansms.simulator.SimulatorOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code caravan check} finds in an instance whose gateway does not run. */
class CheckTest {

    @TempDir
    private Path home;

    private final int httpPort = FreePort.next();

    @BeforeEach
    void makeInstance() throws Exception {
        Files.createDirectories(home.resolve("config"));
        for (String file : List.of("broker.xml", "users.properties", "routing.rules", "inbound.rules")) {
            Files.copy(Path.of("config", file), home.resolve("config").resolve(file));
        }
    }

    @Test
    void rightInstanceShouldBeBoundToAndUnboundFrom() throws Exception {
        try (TestSmsc smsc = TestSmsc.start()) {
            settings(block("acme", smsc.port()));
            List<Finding> findings = check(true);
            assertEquals(List.of(), of(findings, Level.WRONG), findings::toString);
            assertTrue(text(findings, "provider acme").contains("bound as "), findings::toString);
            assertEquals(1, smsc.binds());
            check(false);
            assertEquals(1, smsc.binds(), "--no-bind was bound");
            assertTrue(text(findings, "port " + httpPort).contains("free for sms.http"), findings::toString);
            assertTrue(text(findings, "disk speed").contains("a synced write of 4 KiB takes "), findings::toString);
        }
    }

    @Test
    void everyFaultShouldBeNamedWithWhatToDo() throws Exception {
        try (TestSmsc smsc = TestSmsc.with(CheckTest::withAnotherPassword);
                ServerSocket taken = new ServerSocket(httpPort, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            settings(
                    block("refused", smsc.port()),
                    block("closed", FreePort.next()),
                    block("lost", 1).replace("127.0.0.1", "no-such-host.invalid"),
                    block("bad", 1) + "\nsms.provider.bad.window=0");
            Files.writeString(home.resolve("config/routing.rules"), "rubbish\n");
            List<Finding> findings = check(true);
            assertTrue(
                    text(findings, "provider refused").contains("the bind was refused: command_status 0x0"),
                    findings::toString);
            assertTrue(text(findings, "provider closed").contains("no TCP to 127.0.0.1:"), findings::toString);
            assertTrue(
                    text(findings, "provider lost").contains("DNS has no host no-such-host.invalid"),
                    findings::toString);
            assertTrue(text(findings, "provider bad").contains("sms.provider.bad.window"), findings::toString);
            assertTrue(
                    text(findings, "port " + taken.getLocalPort()).contains("cannot be used on"), findings::toString);
            assertTrue(text(findings, "routing rules").contains("line 1"), findings::toString);
            assertEquals(6, of(findings, Level.WRONG).size(), findings::toString);
            assertTrue(of(findings, Level.WRONG).stream()
                    .noneMatch(each -> each.advice().isEmpty()));
        }
    }

    @Test
    void settingThatStopsTheStartShouldBeTheOnlyFinding() throws Exception {
        settings("sms.http.prot=1");
        List<Finding> findings = check(true);
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.get(0).text().contains("sms.http.prot"), findings::toString);
    }

    private static SimulatorOptions withAnotherPassword(SimulatorOptions options) {
        new CommandLine(options).parseArgs("--password", "other");
        return options;
    }

    private void settings(String... lines) throws Exception {
        Files.writeString(
                home.resolve("config/application.properties"),
                "sms.simulator.enabled=false\nsms.https.enabled=false\nsms.http.host=127.0.0.1\nsms.http.port="
                        + httpPort + "\n" + String.join("\n", lines) + "\n");
    }

    private static String block(String name, int port) {
        String key = "sms.provider." + name + ".";
        return key + "host=127.0.0.1\n" + key + "port=" + port + "\n" + key + "system-id=caravan\n" + key
                + "password=secret\n" + key + "response-timeout-millis=20000";
    }

    private List<Finding> check(boolean binds) {
        return new InstanceCheck(home, Path.of("").toAbsolutePath(), binds).findings();
    }

    private static List<Finding> of(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }

    private static String text(List<Finding> findings, String subject) {
        return findings.stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::text)
                .toList()
                .toString();
    }
}
