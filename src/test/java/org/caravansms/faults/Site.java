package org.caravansms.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caravansms.FreePort;

/** Where one run takes place: a folder for data, journals and output, and ports that stay through the restarts. */
record Site(Path folder, int httpPort, int smscPort) {
    static Site in(Path folder) {
        return new Site(folder.toAbsolutePath(), FreePort.next(), FreePort.next());
    }

    ServerProcess startSimulator(int latencyMillis, String... faults) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "simulator",
                "--port",
                Integer.toString(smscPort),
                "--latency-millis",
                Integer.toString(latencyMillis),
                "--quiet",
                "--stats",
                folder.resolve("simulator.json").toString(),
                "--log",
                smscJournal().file().toString()));
        arguments.addAll(List.of(faults));
        return ServerProcess.start(folder.resolve("simulator.log"), Map.of(), arguments.toArray(String[]::new))
                .awaitReady(() -> folder.resolve("simulator.json").toFile().exists());
    }

    /** @param more environment variables, names and values by turns */
    ServerProcess startGateway(int window, String... more) throws IOException {
        return startGateway(Path.of(System.getProperty("caravan.home", "target/caravan")), window, more);
    }

    /** @param home where the distribution is */
    ServerProcess startGateway(Path home, int window, String... more) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
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
                Integer.toString(window)));
        settings.put("SMS_OBSERVE_ENABLED", "false");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return ServerProcess.start(home, folder.resolve("gateway.log"), settings, "run")
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
