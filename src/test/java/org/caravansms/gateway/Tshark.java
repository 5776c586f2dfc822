package org.caravansms.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A capture, read by Wireshark's dissector of SMPP. Where that is not installed tests are skipped, but with {@code CI} set they fail. */
final class Tshark {

    private static final String PROGRAM = "tshark";
    private static final String SEPARATOR = "\t";
    private static final int MALFORMED_OR_WARNED = 0x600000;

    private final Path file;
    private final int port;
    private final List<String> leftOut;

    /**
     * @param port the SMSC's in the capture
     * @param leftOut protocols within the messages that are not to be dissected
     */
    Tshark(Path file, int port, String... leftOut) throws IOException, InterruptedException {
        this.file = file;
        this.port = port;
        this.leftOut = List.of(leftOut);
        assertEqualsNothing(read(
                "_ws.malformed or _ws.expert.severity >= " + MALFORMED_OR_WARNED,
                "frame.protocols",
                "smpp.destination_addr",
                "_ws.expert"));
    }

    /** To be asked before the capture is made. */
    static void require() {
        String missing = "The tests of PDUs need tshark on the PATH; Debian has it in tshark";
        if (System.getenv("CI") != null) {
            Assertions.assertTrue(isInstalled(), missing);
        }
        Assumptions.assumeTrue(isInstalled(), missing);
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

    private static void assertEqualsNothing(List<Map<String, String>> faults) {
        Assertions.assertEquals(List.of(), faults, "what the dissector complains about");
    }

    /**
     * @param filter which packets, in Wireshark's own words
     * @param fields by their names there
     * @return a packet each; fields that it does not have are empty, several values of one are separated by commas
     */
    List<Map<String, String>> read(String filter, String... fields) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Y", filter, "-T", "fields"));
        for (String field : fields) {
            options.addAll(List.of("-e", field));
        }
        List<Map<String, String>> packets = new ArrayList<>();
        dissect(options, in -> new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> packets.add(packet(fields, line.split(SEPARATOR, -1)))));
        return packets;
    }

    /** @return the PDUs one by one, also where a packet has several */
    List<DissectedPdu> pdus(String filter) throws IOException, InterruptedException {
        List<DissectedPdu> pdus = new ArrayList<>();
        dissect(List.of("-Y", filter, "-T", "json", "-J", "smpp gsm_sms_ud"), in -> pdus.addAll(DissectedPdu.all(in)));
        return pdus;
    }

    private interface Reader {
        void read(InputStream output) throws IOException;
    }

    /** Data_coding 0 is the SMSC's business, so the dissector has to be told what that is. */
    private void dissect(List<String> options, Reader reader) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(PROGRAM, "-r", file.toString(), "-d", "tcp.port==" + port + ",smpp"));
        command.addAll(List.of("-o", "smpp.decode_sms_over_smpp:GSM 7-bit"));
        leftOut.forEach(protocol -> command.addAll(List.of("--disable-protocol", protocol)));
        command.addAll(options);
        Process dissector = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = dissector.getInputStream()) {
            reader.read(output);
        }
        if (dissector.waitFor() != 0) {
            throw new IOException(command + " ended with " + dissector.exitValue());
        }
    }

    private static Map<String, String> packet(String[] fields, String[] values) {
        Map<String, String> packet = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            packet.put(fields[i], i < values.length ? values[i] : "");
        }
        return packet;
    }
}
