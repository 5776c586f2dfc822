package org.caravansms.api.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The certificate of a gateway without a configured one: made by the JDK's keytool at the first start, stored, and made
 * again when it has expired or is unreadable. Its password is no secret; the file's mode protects the key.
 */
public final class SelfSigned {

    private static final String TYPE = "PKCS12";
    private static final String PASSWORD = "self-signed";
    private static final String PASSWORD_VARIABLE = "STORE_PASSWORD";
    private static final String OPTIONS = "-genkeypair -alias gateway -keyalg EC -groupname secp256r1 -validity 825"
            + " -dname CN=Caravan -ext KU=digitalSignature -ext EKU=serverAuth -storetype " + TYPE
            + " -storepass:env " + PASSWORD_VARIABLE + " -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC";
    private static final long MOST_SECONDS = 60;

    private final Path folder;
    private final Path file;

    /** @param folder its directory; it is made, for its owner only */
    public SelfSigned(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("self-signed.p12");
    }

    /** @throws IOException when it cannot be made or stored */
    public Certificate certificate() throws IOException {
        try {
            Certificate stored = read();
            stored.x509().checkValidity();
            return stored;
        } catch (IOException | GeneralSecurityException e) {
            return made();
        }
    }

    private Certificate made() throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        Path draft = folder.resolve("self-signed.draft");
        Files.deleteIfExists(draft);
        make(draft);
        restrict(draft, "rw-------");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try {
            return read();
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Certificate read() throws IOException, GeneralSecurityException {
        return Certificate.read(file, TYPE, PASSWORD);
    }

    private static void make(Path draft) throws IOException {
        ProcessBuilder keytool = new ProcessBuilder(command(draft)).redirectErrorStream(true);
        keytool.environment().put(PASSWORD_VARIABLE, PASSWORD);
        Process process = keytool.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(
                        "keytool failed: " + new String(process.getInputStream().readAllBytes()).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while keytool ran", e);
        }
    }

    private static List<String> command(Path draft) {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(keytool.toString(), "-keystore", draft.toString()));
        command.addAll(List.of(OPTIONS.split(" ")));
        command.addAll(List.of("-ext", "SAN=" + String.join(",", names())));
        return command;
    }

    private static List<String> names() {
        String host = hostName();
        return host.isEmpty()
                ? List.of("dns:localhost", "ip:127.0.0.1", "ip:::1")
                : List.of("dns:localhost", "dns:" + host, "ip:127.0.0.1", "ip:::1");
    }

    /** @return empty when the machine has no name that a certificate can carry */
    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("(?!localhost$)[A-Za-z][A-Za-z0-9-]*([.][A-Za-z0-9-]+)*") ? name : "";
        } catch (UnknownHostException e) {
            return "";
        }
    }

    /** Does nothing on a file system without POSIX modes, as Windows has. */
    private static void restrict(Path path, String mode) throws IOException {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
