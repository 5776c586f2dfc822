package org.caravansms.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caravansms.config.Settings;
import org.caravansms.message.Destination;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.PhoneNumber;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.caravansms.routing.ChooseQueue;
import org.caravansms.routing.NumberPlan;
import org.caravansms.routing.QueueNames;
import org.caravansms.routing.RoutingRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code caravan explain}: with a text or an id asks the running gateway; otherwise reads the settings and the rules as
 * the gateway does, and routes one message.
 */
@Command(
        name = "explain",
        description = "what would become of a message, or why one waits; without TEXT, which routing rule it fits")
final class ExplainCommand extends CommandGroup {

    @Parameters(
            index = "0",
            paramLabel = "TO",
            description = "the number of the recipient; or the messageid of a message that was accepted")
    private String recipient;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXT",
            description = "the text: the running gateway says what would become of the message, which is not sent;"
                    + " with --at or --rules it is --text")
    private String words;

    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    @Option(names = "--user", paramLabel = "NAME", description = "the user who sends it")
    private String user = "";

    @Option(names = "--from", paramLabel = "SENDER", description = "the sender that the handset shows")
    private String sender = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "its text")
    private String text = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "its type, SMS:TEXT if missing")
    private String type = "SMS:TEXT";

    @Option(names = "--provider", paramLabel = "NAME", description = "the provider that it asks for")
    private String provider = "";

    @Option(names = "--source", paramLabel = "SOURCE", description = "http (if missing), smpp, queue or extension")
    private Source source = Source.HTTP;

    @Option(names = "--at", paramLabel = "TIME", description = "when, such as 2026-11-27T22:00+01:00; now if missing")
    private ZonedDateTime at;

    @Option(names = "--rules", paramLabel = "FILE", description = "another file of rules, to try it")
    private Path rules;

    @Option(names = "--json", description = "as a JSON object")
    private boolean json;

    /**
     * A time and another file of rules are no matter of the gateway's.
     *
     * @throws IllegalArgumentException naming what is wrong with the number, the user, the settings or the rules
     */
    @Override
    public Integer call() throws IOException {
        if (recipient.matches(ID) || words != null && at == null && rules == null) {
            return askGateway();
        } else if (words != null) {
            text = words;
        }
        if (!user.isEmpty() && rules == null) {
            UserCommand.lines(user, true);
        }
        Settings settings = Settings.in(Home.path());
        SmsMessage message = message();
        Map<String, Object> explained = explained(message, routing(settings).apply(message), settings);
        if (json) {
            spec.commandLine().getOut().println(json(explained));
        } else {
            explained.forEach((name, value) -> spec.commandLine().getOut().printf("%-9s  %s%n", name, value));
        }
        return ExitCode.OK;
    }

    private static String json(Map<String, Object> explained) {
        try {
            return new JsonMapper().writeValueAsString(explained);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private SmsMessage message() {
        String number = PhoneNumber.understood(recipient);
        String fault = PhoneNumber.fault(number);
        if (fault != null) {
            throw new IllegalArgumentException("RECIPIENT " + fault + ".");
        }
        Instant time = at == null ? Instant.now() : at.toInstant();
        Routing routing = Routing.from(source);
        return new SmsMessage("", user, sender, number, type, text, provider, time, MessageOptions.NONE, routing);
    }

    private ChooseQueue routing(Settings settings) {
        QueueNames queues = new QueueNames(
                settings.typed().queue().outbound(), settings.typed().queue().notSent());
        Path file =
                rules == null ? Home.path().resolve(settings.typed().routing().rulesFile()) : rules;
        RoutingRules inForce = RoutingRules.in(file, queues);
        NumberPlan numbers = new NumberPlan(settings.typed().routing().defaultCountry());
        return new ChooseQueue(() -> inForce, queues, settings.providerBlocks()::containsKey, numbers);
    }

    private static Map<String, Object> explained(SmsMessage asked, SmsMessage message, Settings settings) {
        Routing routing = message.routing();
        Destination destination = Objects.requireNonNullElse(routing.destination(), Destination.USUAL);
        String usual = settings.typed().queue().outbound();
        Integer priority = message.options().priority();
        Map<String, Object> explained = new LinkedHashMap<>();
        explained.put("rule", routing.rule().isEmpty() ? "none" : routing.rule());
        explained.put("queue", Objects.requireNonNullElse(destination.queue(), usual));
        explained.put("priority", priority == null ? destination.priority() : priority);
        if (routing.copyTo() != null) {
            explained.put("copy", routing.copyTo().queue());
        }
        putChanges(asked, message, explained);
        return explained;
    }

    private static void putChanges(SmsMessage asked, SmsMessage message, Map<String, Object> to) {
        if (!message.originator().equals(asked.originator())) {
            to.put("sender", message.originator());
        }
        if (!message.recipient().equals(asked.recipient())) {
            to.put("recipient", message.recipient());
        }
        if (!message.options().tags().isEmpty()) {
            to.put("tags", message.options().tags());
        }
    }
}
