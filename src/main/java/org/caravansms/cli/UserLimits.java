package org.caravansms.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a user may do, by the keys of the users' file. */
final class UserLimits {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--originator", paramLabel = "X", description = "the sender of messages that name none")
    private String originator;

    @Option(
            names = "--originators",
            paramLabel = "A,B*",
            description = "the senders that messages may name; * ends a beginning")
    private String originators;

    @Option(names = "--messages-per-second", paramLabel = "N", description = "how many messages a second")
    private String messagesPerSecond;

    @Option(names = "--burst", paramLabel = "N", description = "how many of them at once")
    private String burst;

    @Option(names = "--loopback-only", description = "from this machine only")
    private boolean loopbackOnly;

    @Option(
            names = "--queue",
            paramLabel = "send,receive",
            description = "what the user may do as a client of the broker: send, receive or send,receive")
    private String queue;

    /** @throws IllegalArgumentException naming the option whose value cannot stand in the file */
    Map<String, String> byKey() {
        Map<String, String> values = new LinkedHashMap<>();
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            values.put(option.longestName().substring(2), usable(option));
        }
        return values;
    }

    private static String usable(OptionSpec option) {
        String value = option.getValue().toString();
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(option.longestName() + " has no usable value");
        }
        return value;
    }
}
