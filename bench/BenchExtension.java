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

    private static final Path FILE = BenchProcess.HOME.resolve("extensions/bench.camel.yaml");

    private final String yaml;

    BenchExtension(String yaml) {
        this.yaml = yaml;
    }

    /** Before the start of a gateway. */
    void install() throws IOException {
        remove();
        if (this != NONE) {
            Files.writeString(FILE, yaml);
        }
    }

    /** A gateway of somebody else's should not run with it. */
    static void remove() throws IOException {
        Files.deleteIfExists(FILE);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
