package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package is installed, upgraded, removed and purged on this machine, by a script that says each step. It is
 * skipped where that could touch a gateway of somebody's.
 */
class DebianPackageIT {

    private static final Path SCRIPT = Path.of("src/test/deb/lifecycle.sh");

    @TempDir
    Path folder;

    @Test
    void packageShouldKeepSettingsAndMessagesUntilItIsPurged() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "packages are installed by root");
        assumeTrue(Files.notExists(Path.of("/run/systemd/system")), "systemd would start the installed gateway");
        assumeTrue(
                Stream.of("/etc/caravan", "/var/lib/caravan", "/usr/share/caravan", "/usr/bin/caravan")
                        .allMatch(path -> Files.notExists(Path.of(path))),
                "a gateway is installed here");
        assumeTrue(succeeds("command -v curl && command -v setpriv"), "curl or setpriv is missing");
        assumeTrue(
                succeeds("dpkg-query -W -f '${Status} ${Provides}\n' | grep -q '^install .*java17-runtime-headless'"),
                "dpkg or its Java 17 is missing");
        Path log = folder.resolve("log");
        int failures = lifecycle(log);
        assertEquals(0, failures, Files.readString(log));
        assertTrue(Files.notExists(Path.of("/var/lib/caravan")));
    }

    private int lifecycle(Path log) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), System.getProperty("caravan.deb"));
        Stream.of("SMS_HTTP_PORT", "SMS_HTTPS_PORT", "SMS_SMPP_SERVER_PORT", "SMS_PROVIDER_SANDBOX_PORT")
                .forEach(port -> builder.environment().put(port, Integer.toString(FreePort.next())));
        Process script =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!script.waitFor(10, TimeUnit.MINUTES)) {
            script.destroy();
        }
        return script.waitFor();
    }

    private static boolean succeeds(String command) throws Exception {
        return new ProcessBuilder("sh", "-c", command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
