package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caravansms.api.RateLimit;
import org.caravansms.api.User;
import org.caravansms.api.login.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code caravan user} as an operator's script meets it. */
class UserCommandIT {

    private static final Path HOME =
            Path.of(System.getProperty("caravan.home", "target/caravan")).toAbsolutePath();

    /** What a command wrote, in both of its streams, and the code it ended with. */
    private record Ended(int exitCode, String output) {}

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void copyUsers() throws IOException {
        file = Files.copy(HOME.resolve("config/users.properties"), folder.resolve("users.properties"));
    }

    @Test
    void addedUserShouldBeOneThatTheGatewayReads() throws Exception {
        String before = Files.readString(file);
        Ended added = run(
                "pässword\n",
                "add",
                "anna",
                "--originator",
                "Anna",
                "--originators",
                "Acme,+3620*",
                "--messages-per-second",
                "10",
                "--burst",
                "50",
                "--loopback-only");
        assertEquals(new Ended(0, "User anna is added. A running gateway knows it within 2 seconds.\n"), added);
        assertTrue(Files.readString(file).startsWith(before), "the other lines changed");
        User anna = anna();
        assertTrue(isPassword("pässword", anna.passwordHash()));
        assertEquals("Anna", anna.originator());
        assertEquals(List.of("Acme", "+3620*"), anna.originators());
        assertEquals(new RateLimit(10, 50), anna.limit());
        assertTrue(anna.enabled() && anna.loopbackOnly());
    }

    @Test
    void userShouldChangeAndGo() throws Exception {
        run("password1\n", "add", "anna");
        assertEquals(0, run("password2\n", "passwd", "anna").exitCode());
        assertTrue(isPassword("password2", anna().passwordHash()));
        assertEquals(0, run("", "off", "anna").exitCode());
        assertFalse(anna().enabled());
        assertEquals(0, run("", "on", "anna").exitCode());
        assertTrue(anna().enabled());
        assertEquals(0, run("", "remove", "anna").exitCode());
        assertTrue(Users.in(file).find("anna").isEmpty());
        assertTrue(Users.in(file).find("admin").isPresent());
    }

    @Test
    void listShouldShowEverythingButHashes() throws Exception {
        run("password1\n", "add", "anna", "--messages-per-second", "7", "--originators", "Acme*");
        run("", "off", "anna");
        Ended list = run("", "list");
        assertEquals(0, list.exitCode());
        assertTrue(list.output().matches("(?s)NAME +STATE +ORIGINATOR.*"), list.output());
        assertTrue(list.output().matches("(?s).*\nadmin +on +- +any +- +- +this machine\n.*"), list.output());
        assertTrue(list.output().matches("(?s).*\nanna +off +- +Acme\\* +7 +7 +anywhere\n.*"), list.output());
        assertFalse(list.output().contains("$2"), list.output());
    }

    @Test
    void permissionsShouldBeKeptAndANewFileItsOwnersOnly() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        run("password1\n", "add", "anna");
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.delete(file);
        run("password1\n", "add", "anna");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    1, files.filter(each -> each.toString().contains("users.")).count());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "add",
                "add an/na",
                "add anna password1",
                "add anna --burst 5",
                "add anna --messages-per-second many",
                "add anna --password password1",
                "add anna --originator",
                "add admin",
                "passwd nobody",
                "off nobody",
                "on admin --burst 5",
                "list admin"
            })
    void wrongUseShouldExitWithTwoAndChangeNothing(String arguments) throws Exception {
        String before = Files.readString(file);
        Ended refused = run("password1\n", arguments.split(" "));
        assertEquals(2, refused.exitCode(), refused.output());
        assertFalse(refused.output().isBlank() || refused.output().contains("Exception"), refused.output());
        assertEquals(before, Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "1234567\n",
                "1234567890123456789012345678901234567890123456789012345678901234567890123"
            })
    void passwordThatIsNoneShouldBeRefused(String line) throws Exception {
        Ended refused = run(line, "add", "anna");
        assertEquals(2, refused.exitCode(), refused.output());
        assertTrue(Users.in(file).find("anna").isEmpty());
    }

    @Test
    void commandByItselfShouldExplainIt() throws Exception {
        Ended help = run("");
        assertEquals(0, help.exitCode());
        Stream.of("add", "passwd", "list", "remove", "on", "off")
                .forEach(word -> assertTrue(help.output().contains("caravan user " + word), help.output()));
    }

    private User anna() {
        return Users.in(file).find("anna").orElseThrow();
    }

    private static boolean isPassword(String password, String hash) {
        return Password.check(password, hash).with(BcryptFunction.getInstanceFromHash(hash));
    }

    private Ended run(String input, String... arguments) throws Exception {
        Path output = folder.resolve("output");
        Path in = Files.writeString(folder.resolve("input"), input, StandardCharsets.UTF_8);
        List<String> command = Stream.concat(
                        Stream.of(HOME.resolve("bin/caravan").toString(), "user"), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(output.toFile());
        builder.environment().put("SMS_API_USERS_FILE", file.toString());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command + " did not end");
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
