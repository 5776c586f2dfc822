package org.caravansms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution as an operator meets it, from the command line. */
class DistributionIT {

    private static final Path HOME =
            Path.of(System.getProperty("caravan.home", "target/caravan")).toAbsolutePath();
    private static final Path PROGRAM = Path.of("bin", "caravan");

    /** What a command wrote, in both of its streams, and the code it ended with. */
    private record Ended(int exitCode, String output) {}

    private static final String PING = """
            - route:
                id: operator-ping
                from:
                  uri: direct:operator-ping
                  steps:
                    - log: "asked ${body}"
                    - to: log:operators
                    - setBody: { simple: "pong ${body[0]}" }
            """;

    /** Its class is in a jar of the team's. */
    private static final String GREET = """
            - beans:
                - name: greeting
                  type: org.caravansms.TeamGreeting
            - route:
                id: operator-greet
                from:
                  uri: direct:operator-greet
                  steps:
                    - bean: { ref: greeting, method: greet }
            """;

    private final List<Path> links = new ArrayList<>();

    @TempDir
    Path folder;

    /** What they point to must outlive the folder. */
    @AfterEach
    void deleteLinks() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    @Test
    void versionShouldBeThatOfTheJar() throws Exception {
        Ended version = run("version");
        assertEquals(0, version.exitCode());
        assertTrue(version.output().matches("Caravan \\d+\\.\\d+\\.\\d+\\S*\n"), version.output());
        assertTrue(
                Files.exists(HOME.resolve("lib/" + version.output().strip().replace("Caravan ", "caravan-") + ".jar")));
    }

    @Test
    void helpShouldListTheCommands() throws Exception {
        Ended help = run("help");
        assertEquals(0, help.exitCode());
        Stream.of(
                        "caravan run",
                        "caravan simulator",
                        "caravan dead",
                        "caravan doubt",
                        "caravan version",
                        "caravan help")
                .forEach(command -> assertTrue(help.output().contains(command), help.output()));
    }

    @Test
    void noCommandShouldHelp() throws Exception {
        assertEquals(run("help"), run());
    }

    @Test
    void unknownCommandShouldBeNamedAndExitWithTwo() throws Exception {
        Ended unknown = run("rum");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.output().startsWith("Unknown command: rum\n"), unknown.output());
        assertTrue(unknown.output().contains("caravan run"), unknown.output());
    }

    @Test
    void simulatorShouldListItsOptions() throws Exception {
        Ended help = run("simulator", "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.output().contains("--latency-millis"), help.output());
    }

    @Test
    void linkToTheProgramShouldFindItsInstallationFromAnyDirectory() throws Exception {
        Path program = link("my caravan", PROGRAM);
        Ended help = run(Map.of(), program, "simulator", "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.output().contains("--latency-millis"), help.output());
    }

    @Test
    void wrongValueInTheEnvironmentShouldNameItsSettingAndExitWithTwo() throws Exception {
        Ended refused = run(Map.of("SMS_HTTP_PORT", "abc"), HOME.resolve(PROGRAM), "run");
        assertEquals(new Ended(2, "Setting sms.http.port is \"abc\", not a number from 1 to 65535\n"), refused);
    }

    @Test
    void unknownSettingInTheFileShouldBeNamedAndExitWithTwo() throws Exception {
        Path installation = copy();
        Files.writeString(
                installation.resolve("config/application.properties"), "sms.http.prot=1\n", StandardOpenOption.APPEND);
        Ended refused = run(Map.of(), installation.resolve(PROGRAM), "run");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.output().startsWith("Unknown setting sms.http.prot:"), refused.output());
    }

    @Test
    void portInUseShouldBeNamedAndExitWithOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Map<String, String> settings = Map.of(
                    "SMS_HTTP_HOST", "127.0.0.1",
                    "SMS_HTTP_PORT", Integer.toString(taken.getLocalPort()),
                    "SMS_HTTPS_ENABLED", "false",
                    "SMS_SIMULATOR_ENABLED", "false",
                    "SMS_DATA_DIR", folder.resolve("data").toString());
            Ended refused = run(settings, HOME.resolve(PROGRAM), "run");
            assertEquals(1, refused.exitCode(), refused.output());
            assertTrue(refused.output().contains("The gateway cannot start: "), refused.output());
            assertTrue(refused.output().contains("127.0.0.1:" + taken.getLocalPort()), refused.output());
        }
    }

    @Test
    void wrongArgumentOfRunShouldBeNamedAndExitWithTwo() throws Exception {
        Ended refused = run("run", "--accept-los");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.output().contains("--accept-loss, and not [--accept-los]"), refused.output());
    }

    @Test
    void startOnDamagedDataShouldNameTheFileAndTheRemedyInItsLastLine() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("inventory"), "store.db=7\n");
        Map<String, String> settings = Map.of(
                "SMS_HTTP_ENABLED", "false",
                "SMS_HTTPS_ENABLED", "false",
                "SMS_SIMULATOR_ENABLED", "false",
                "SMS_DATA_DIR", data.toString());
        Ended refused = run(settings, HOME.resolve(PROGRAM), "run");
        assertEquals(1, refused.exitCode(), refused.output());
        String last = refused.output().lines().reduce("", (one, other) -> other);
        assertTrue(last.startsWith("The gateway cannot start: " + data.resolve("store.db") + " is missing"), last);
        assertTrue(last.endsWith("bin/caravan run --accept-loss"), last);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void folderWithoutRoutesShouldBeNamedAndExitWithOne(boolean exists) throws Exception {
        Path installation = copy();
        try (Stream<Path> files = Files.list(installation.resolve("routes"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        if (!exists) {
            Files.delete(installation.resolve("routes"));
        }
        Ended refused =
                run(Map.of("SMS_DATA_DIR", folder.resolve("data").toString()), installation.resolve(PROGRAM), "run");
        assertEquals(1, refused.exitCode(), refused.output());
        assertTrue(
                refused.output()
                        .endsWith("The gateway cannot start: No routes at file:" + installation.toRealPath()
                                + "/routes/*.camel.yaml: "
                                + (exists ? "no file there has one" : "there is no such folder") + "\n"),
                refused.output());
        assertFalse(refused.output().contains("HTTP API"), refused.output());
    }

    @Test
    void linksOfThePagesShouldLeadIntoTheDistribution() throws Exception {
        List<String> dead = new ArrayList<>();
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                Pattern.compile("]\\((?!https?:|#)([^)#]+)")
                        .matcher(Files.readString(page))
                        .results()
                        .map(link -> page.resolveSibling(link.group(1)))
                        .filter(target -> !Files.exists(target))
                        .forEach(target -> dead.add(page + " -> " + target));
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(Files.exists(HOME.resolve("docs/extending.md")));
    }

    @Test
    void zipShouldHoldWhatTheFolderDoes() throws Exception {
        Path zip =
                HOME.resolveSibling("caravan-" + run("version").output().strip().replace("Caravan ", "") + ".zip");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String root = zip.getFileName().toString().replace(".zip", "/");
            for (String entry : List.of(
                    "docs/extending.md",
                    "docs/adr/",
                    "bin/caravan",
                    "config/users.properties",
                    "extensions/README.txt",
                    "kamelets/sms-sink.kamelet.yaml",
                    "kamelets/sms-events-source.kamelet.yaml",
                    "kamelets/sms-inbound-source.kamelet.yaml",
                    "lib/ext/")) {
                assertNotNull(file.getEntry(root + entry), entry);
            }
        }
    }

    @Test
    void teamsRouteShouldLogAndAnswerAndTheDataBeTheirOwnersOnly() throws Exception {
        Path installation = copy();
        Files.move(installation.resolve("routes"), installation.resolve("routes of ours"));
        Files.createSymbolicLink(installation.resolve("routes"), installation.resolve("routes of ours"));
        Files.writeString(installation.resolve("routes/operator-ping.camel.yaml"), PING);
        addJarAndExtension(installation);
        Path log = folder.resolve("log");
        Process gateway = start(installation, log);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(log).contains("Extension operator-greet.camel.yaml runs"));
            assertEquals(new Ended(0, "Hello Anna\n"), run(Map.of(), installation.resolve(PROGRAM), "greet", "Anna"));
            Ended pong = run(Map.of(), installation.resolve(PROGRAM), "ping", "Anna", "Bob");
            assertEquals(new Ended(0, "pong Anna\n"), pong);
            assertTrue(Files.readString(log).contains("operator-ping"), "the step log");
            assertTrue(Files.readString(log).contains("asked [Anna, Bob]"), "the step log");
            assertTrue(Files.readString(log).matches("(?s).* INFO  operators .*"), "the step to: log:");
            Ended unknown = run(Map.of(), installation.resolve(PROGRAM), "pung");
            assertEquals(2, unknown.exitCode());
            assertTrue(unknown.output().endsWith("is a route from direct:operator-pung\n"), unknown.output());
            assertEquals(List.of(), openToOthers(installation.resolve("data")));
        } finally {
            gateway.destroy();
            gateway.waitFor();
        }
    }

    private Process start(Path installation, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 022; exec \"$0\" run",
                        installation.resolve(PROGRAM).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SMS_HTTP_PORT", Integer.toString(FreePort.next()),
                        "SMS_HTTPS_PORT", Integer.toString(FreePort.next()),
                        "SMS_PROVIDER_SANDBOX_PORT", Integer.toString(FreePort.next())));
        return builder.start();
    }

    private static List<String> openToOthers(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            List<String> open = new ArrayList<>();
            for (Path file : files.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!mode.endsWith("------")) {
                    open.add(mode + " " + file);
                }
            }
            return open;
        }
    }

    /** An installation of its own, but for the libraries. */
    private Path copy() throws IOException {
        Path installation = Files.createDirectories(folder.resolve("an installation"));
        for (String part : List.of("bin", "config", "routes")) {
            try (Stream<Path> files = Files.walk(HOME.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, installation.resolve(HOME.relativize(file)));
                }
            }
        }
        Files.createDirectories(installation.resolve("lib/ext"));
        try (Stream<Path> jars = Files.list(HOME.resolve("lib"))) {
            for (Path jar : jars.filter(Files::isRegularFile).toList()) {
                link("an installation/lib/" + jar.getFileName(), HOME.relativize(jar));
            }
        }
        return installation;
    }

    private static void addJarAndExtension(Path installation) throws IOException {
        String name = "org/caravansms/TeamGreeting.class";
        Path jar = installation.resolve("lib/ext/team.jar");
        try (InputStream octets = DistributionIT.class.getClassLoader().getResourceAsStream(name);
                JarOutputStream file = new JarOutputStream(Files.newOutputStream(jar))) {
            file.putNextEntry(new JarEntry(name));
            octets.transferTo(file);
        }
        Path extensions = Files.createDirectories(installation.resolve("extensions"));
        Files.writeString(extensions.resolve("operator-greet.camel.yaml"), GREET);
    }

    private Path link(String name, Path target) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve(name), HOME.resolve(target));
        links.add(link);
        return link;
    }

    private Ended run(String... arguments) throws Exception {
        return run(Map.of(), HOME.resolve(PROGRAM), arguments);
    }

    private Ended run(Map<String, String> environment, Path program, String... arguments) throws Exception {
        Path output = folder.resolve("output");
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command + " did not end");
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
