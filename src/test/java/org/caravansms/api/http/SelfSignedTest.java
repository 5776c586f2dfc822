package org.caravansms.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfSignedTest {

    @TempDir
    Path folder;

    @Test
    void certificateShouldBeKeptUntilItCannotBeRead() throws Exception {
        SelfSigned selfSigned = new SelfSigned(folder.resolve("tls"));
        Certificate first = selfSigned.certificate();
        assertEquals(first.fingerprint(), selfSigned.certificate().fingerprint());
        assertEquals(95, first.fingerprint().length());
        Files.write(folder.resolve("tls/self-signed.p12"), new byte[] {1, 2, 3});
        assertNotEquals(first.fingerprint(), selfSigned.certificate().fingerprint());
    }

    @Test
    void expiredCertificateShouldBeMadeAgainFor825Days() throws Exception {
        Path file = folder.resolve("self-signed.p12");
        int ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=old",
                        "-startdate",
                        "-10d",
                        "-validity",
                        "9",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "self-signed")
                .start()
                .waitFor();
        assertEquals(0, ended);
        Certificate made = new SelfSigned(folder).certificate();
        assertEquals("CN=Caravan", made.x509().getSubjectX500Principal().getName());
        Duration left =
                Duration.between(Instant.now(), made.x509().getNotAfter().toInstant());
        assertEquals(824, left.toDays());
    }
}
