package org.caravansms.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** Where one run takes place: a folder for data, journals and output, and ports that stay through the restarts. */
record Site(Path folder, int httpPort, int smscPort) {
    static Site in(Path folder) throws IOException {
        try (ServerSocket http = freePort();
                ServerSocket smsc = freePort()) {
            return new Site(folder.toAbsolutePath(), http.getLocalPort(), smsc.getLocalPort());
        }
    }

    private static ServerSocket freePort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    ServerProcess startSimulator(int latencyMillis) throws IOException {
        String[] arguments = {
            "simulator",
            "--port",
            Integer.toString(smscPort),
            "--latency-millis",
            Integer.toString(latencyMillis),
            "--quiet",
            "--stats",
            folder.resolve("simulator.json").toString(),
            "--log",
            smscJournal().file().toString()
        };
        return ServerProcess.start(folder.resolve("simulator.log"), Map.of(), arguments)
                .awaitReady(() -> folder.resolve("simulator.json").toFile().exists());
    }

    ServerProcess startGateway(int window) throws IOException {
        Map<String, String> settings = Map.of(
                "SMS_HTTP_HOST",
                "127.0.0.1",
                "SMS_HTTP_PORT",
                Integer.toString(httpPort),
                "SMS_HTTPS_ENABLED",
                "false",
                "SMS_DATA_DIR",
                folder.resolve("data").toString(),
                "SMS_SIMULATOR_ENABLED",
                "false",
                "SMS_PROVIDER_SANDBOX_HOST",
                "127.0.0.1",
                "SMS_PROVIDER_SANDBOX_PORT",
                Integer.toString(smscPort),
                "SMS_PROVIDER_SANDBOX_WINDOW",
                Integer.toString(window));
        return ServerProcess.start(folder.resolve("gateway.log"), settings, "run")
                .awaitReady(client()::isAnswered);
    }

    SendMessages client() {
        return new SendMessages(httpPort);
    }

    SentJournal sentJournal() throws IOException {
        return new SentJournal(folder.resolve("sent.tsv"));
    }

    SmscJournal smscJournal() {
        return new SmscJournal(folder.resolve("smsc.jsonl"));
    }
}
