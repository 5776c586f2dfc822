package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of extensions/ that the gateway of a case runs with. */
enum BenchExtension {
    NONE(""),

    /** Looks at the number of each message, and refuses none of the bench's. */
    POLICY("""
            - route:
                id: bench-policy
                from:
                  uri: direct:policy
                  steps:
                    - filter:
                        simple: "${body[to]} startsWith '+882'"
                        steps:
                          - setHeader: { name: SmsRefuse, constant: "No messages to satellites." }
            """),

    /** Falls behind: it takes ten events a second. */
    EVENTS("""
            - route:
                id: bench-events
                from:
                  uri: kamelet:sms-events-source
                  parameters: { name: bench }
                  steps:
                    - delay: { constant: 100 }
            """);

    private static final Path FILE =
            Path.of(System.getProperty("caravan.home"), "extensions", "bench.camel.yaml");

    private final String yaml;

    BenchExtension(String yaml) {
        this.yaml = yaml;
    }

    static BenchExtension named(String name) {
        for (BenchExtension extension : values()) {
            if (extension.toString().equals(name)) {
                return extension;
            }
        }
        throw new IllegalArgumentException("--extension is none, policy or events, not " + name);
    }

    /** Before the start of a gateway. */
    void install() throws IOException {
        if (this == NONE) {
            remove();
        } else {
            Files.writeString(FILE, yaml);
        }
    }

    /** A gateway of somebody else's should not run with it. */
    static void remove() throws IOException {
        Files.deleteIfExists(FILE);
    }

    /** @return JMS messages that wait for the route, or not a number where there is no such route */
    double waiting(BenchGateway gateway) throws IOException {
        return this == EVENTS ? gateway.eventsWaiting("bench") : Double.NaN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
