package org.caravansms.operator;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.caravansms.message.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The words after {@code explain}, where the gateway is asked about a message that is not sent. */
@Command(name = "explain")
public final class ExplainArguments {

    private final Map<String, Object> message = new LinkedHashMap<>();

    @Parameters(index = "0", paramLabel = "TO")
    private String to;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT")
    private String words;

    @Option(names = "--text", paramLabel = "TEXT")
    private String text = "";

    @Option(names = "--user", paramLabel = "NAME")
    private String user;

    private Source source = Source.HTTP;

    @Option(names = "--from", paramLabel = "SENDER")
    void from(String sender) {
        message.put("from", sender);
    }

    @Option(names = "--type", paramLabel = "TYPE")
    void type(String type) {
        message.put("type", type);
    }

    @Option(names = "--provider", paramLabel = "NAME")
    void provider(String name) {
        message.put("provider", name);
    }

    @Option(names = "--source", paramLabel = "SOURCE")
    void source(String name) {
        try {
            source = Source.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("--source takes http, smpp, queue or extension");
        }
    }

    /** @return the user who sends it, null for the usual one */
    public String user() {
        return user;
    }

    public Source source() {
        return source;
    }

    /** @return in the form of {@code direct:send} */
    public Map<String, Object> message() {
        message.put("to", to);
        message.put("text", words == null ? text : words);
        return message;
    }
}
