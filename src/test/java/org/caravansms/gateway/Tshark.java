package org.caravansms.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** Wireshark's capture of a port of this machine's own, and its dissector of SMPP. Without it, or without the right to capture, a test is skipped. */
final class Tshark implements AutoCloseable {

    private static final String PROGRAM = "tshark";
    private static final String SEPARATOR = "\t";

    private final Path file;
    private final int port;
    private final Process capture;

    private Tshark(Path folder, int port) throws IOException {
        this.port = port;
        this.file = folder.resolve("smpp.pcap");
        Path output = folder.resolve("tshark.log");
        capture = new ProcessBuilder(PROGRAM, "-i", "lo", "-f", "tcp port " + port, "-w", file.toString(), "-q")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !capture.isAlive() || Files.readString(output).contains("Capturing on"));
        Assumptions.assumeTrue(capture.isAlive(), () -> "no capture: " + read(output));
    }

    static Tshark capture(Path folder, int port) throws IOException {
        Assumptions.assumeTrue(isInstalled(), "tshark is not installed");
        return new Tshark(folder, port);
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder(PROGRAM, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the capture once nothing is added to its file any more: packets are handed on with some delay. */
    @Override
    public void close() throws InterruptedException {
        if (capture.isAlive()) {
            awaitPackets();
            capture.destroy();
            capture.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private void awaitPackets() {
        long[] size = {-1};
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> size[0] == (size[0] = Files.size(file)));
    }

    /**
     * @param filter which packets, in Wireshark's own words
     * @param fields by their names there
     * @return a packet each; fields that it does not have are empty, several values of one are separated by commas
     */
    List<Map<String, String>> read(String filter, String... fields) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM, "-r", file.toString(), "-d", "tcp.port==" + port + ",smpp", "-Y", filter, "-T", "fields"));
        for (String field : fields) {
            command.addAll(List.of("-e", field));
        }
        Process dissector = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Map<String, String>> packets = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(dissector.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> packets.add(packet(fields, line.split(SEPARATOR, -1))));
        }
        if (dissector.waitFor() != 0) {
            throw new IOException("tshark -Y '" + filter + "' ended with " + dissector.exitValue());
        }
        return packets;
    }

    private static Map<String, String> packet(String[] fields, String[] values) {
        Map<String, String> packet = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            packet.put(fields[i], i < values.length ? values[i] : "");
        }
        return packet;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
