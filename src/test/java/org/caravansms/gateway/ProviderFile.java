package org.caravansms.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Settings of a test's own: those for Camel that ship, and the blocks of providers. */
record ProviderFile(Path file) {

    /** Replaces what is there. */
    void write(String... blocks) throws IOException {
        List<String> camel = Files.readAllLines(Path.of("config/application.properties")).stream()
                .filter(line -> line.startsWith("camel."))
                .toList();
        Files.writeString(file, camel.stream().collect(Collectors.joining("\n", "", "\n")) + String.join("\n", blocks));
    }

    static String block(String name, int port, String... more) {
        return """
                sms.provider.NAME.host=127.0.0.1
                sms.provider.NAME.port=PORT
                sms.provider.NAME.system-id=id
                sms.provider.NAME.password=secret
                sms.provider.NAME.reconnect-millis=100
                """.replace("NAME", name).replace("PORT", Integer.toString(port))
                + List.of(more).stream()
                        .map(line -> "sms.provider." + name + "." + line + "\n")
                        .collect(Collectors.joining());
    }
}
