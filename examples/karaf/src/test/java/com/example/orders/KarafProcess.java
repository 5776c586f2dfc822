package com.example.orders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An unpacked Karaf with ports of its own, which fetches nothing from outside. */
final class KarafProcess {

    private final Path home;
    private Process process;

    KarafProcess(Path home) {
        this.home = home;
    }

    void configure(String id, String... lines) throws IOException {
        Files.write(home.resolve("etc").resolve(id + ".cfg"), List.of(lines));
    }

    void deploy(Path kar) throws IOException {
        Files.copy(kar, home.resolve("deploy").resolve(kar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    void start() throws IOException {
        set("org.apache.karaf.shell.cfg", "sshPort", freePort());
        set("org.apache.karaf.management.cfg", "rmiRegistryPort", freePort());
        set("org.apache.karaf.management.cfg", "rmiServerPort", freePort());
        configure("org.ops4j.pax.url.mvn", repositories());
        // a daemon's process is that of Java, which ends when it is asked to; clean: without the data of an earlier run
        ProcessBuilder karaf = new ProcessBuilder(home.resolve("bin/karaf").toString(), "daemon", "clean");
        process = karaf.redirectErrorStream(true)
                .redirectOutput(home.resolve("karaf.out").toFile())
                .start();
    }

    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** What Karaf ships with, and what comes in a KAR. */
    private static String[] repositories() {
        return new String[] {
            "org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/repository",
            "org.ops4j.pax.url.mvn.useFallbackRepositories = false",
            "org.ops4j.pax.url.mvn.defaultRepositories = "
                    + "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots,"
                    + "${karaf.data.uri}kar@id=kar.repository@multi@snapshots",
            "org.ops4j.pax.url.mvn.repositories ="
        };
    }

    private void set(String file, String key, int value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        String text = Files.readString(path);
        Files.writeString(path, text.replaceFirst("(?m)^" + key + " *=.*$", key + " = " + value));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
