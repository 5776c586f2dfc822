package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Kannel's bearerbox and smsbox, bound to the gateway as its SMSC by the block of {@code docs/smpp-server.md}. */
final class Kannel implements AutoCloseable {

    private static final Path BEARERBOX = Path.of("/usr/sbin/bearerbox");
    private static final Path SMSBOX = Path.of("/usr/sbin/smsbox");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> came = new CopyOnWriteArrayList<>();
    private final HttpServer callbacks;
    private final Path folder;
    private final int boxPort = FreePort.next();
    private final int sendPort = FreePort.next();
    private Process bearerbox;
    private Process smsbox;

    /** @param smppPort the gateway's */
    Kannel(Path folder, int smppPort) throws IOException {
        this.folder = folder;
        callbacks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        callbacks.createContext("/", this::note);
        callbacks.start();
        Files.writeString(folder.resolve("kannel.conf"), configuration(smppPort));
    }

    /** Where it is not installed the test is skipped, but with {@code CI} set it fails. */
    static void require() {
        boolean isThere = Files.isExecutable(BEARERBOX) && Files.isExecutable(SMSBOX);
        String missing = "The test of Kannel needs Debian's package kannel";
        if (System.getenv("CI") != null) {
            Assertions.assertTrue(isThere, missing);
        }
        Assumptions.assumeTrue(isThere, missing);
    }

    private String configuration(int smppPort) throws IOException {
        return """
                group = core
                admin-port = %d
                admin-password = caravan
                smsbox-port = %d
                box-allow-ip = 127.0.0.1
                log-file = %s/bearerbox.log
                log-level = 0
                dlr-storage = internal

                %s
                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d

                group = sendsms-user
                username = test
                password = test
                max-messages = 10
                concatenation = true

                group = sms-service
                keyword = default
                catch-all = true
                max-messages = 0
                get-url = "%s/inbound?%%p+%%P+%%a"
                """.formatted(FreePort.next(), boxPort, folder, block(smppPort), sendPort, url());
    }

    /** Of the page, for this test. */
    private static String block(int smppPort) throws IOException {
        return Pattern.compile("(?s)```\n(group = smsc\n.*?)```")
                .matcher(Files.readString(Path.of("docs/smpp-server.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow()
                .replace("9500", "" + smppPort)
                .replace("acme", "kannel")
                .replace("secret", "abc123");
    }

    private String url() {
        return "http://127.0.0.1:" + callbacks.getAddress().getPort();
    }

    void start() throws IOException {
        bearerbox = start(BEARERBOX);
        await().until(() -> isListening(boxPort));
        smsbox = start(SMSBOX);
        await().until(() -> isListening(sendPort));
    }

    private Process start(Path program) throws IOException {
        return new ProcessBuilder(
                        program.toString(), folder.resolve("kannel.conf").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program.getFileName() + ".out").toFile())
                .start();
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** @param more parameters of its sendsms */
    void send(String to, String text, String more) throws IOException, InterruptedException {
        String parameters = "username=test&password=test&from=44777888&to=" + to + "&text=" + text + more
                + "&dlr-mask=3&dlr-url=" + URLEncoder.encode(url() + "/receipt?" + to + "+%d", StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sendPort + "/cgi-bin/sendsms?" + parameters))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        Assertions.assertEquals(202, answer.statusCode(), answer.body());
    }

    private void note(HttpExchange exchange) throws IOException {
        String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        came.add(exchange.getRequestURI().getPath().substring(1) + " " + query);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** @return the receipts, a recipient and Kannel's kind each, and messages from handsets */
    List<String> came() {
        return came;
    }

    /** @return the lines of its log with each PDU and its fields, without times and threads, and without its passwords */
    List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("bearerbox.log"), StandardCharsets.ISO_8859_1).stream()
                .map(line -> line.replaceAll("^.*?(DEBUG|INFO|WARNING|ERROR): ", ""))
                .filter(line -> line.startsWith("SMPP[caravan]: ") || line.startsWith("  "))
                .filter(line -> !line.contains("throughput") && !line.contains("password"))
                .toList();
    }

    void stop() throws InterruptedException {
        for (Process box : new Process[] {smsbox, bearerbox}) {
            if (box != null) {
                box.destroy();
                if (!box.waitFor(20, TimeUnit.SECONDS)) {
                    box.destroyForcibly();
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        callbacks.stop(0);
    }
}
