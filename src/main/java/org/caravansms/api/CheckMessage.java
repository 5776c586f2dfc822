package org.caravansms.api;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;

/** Makes a message of a draft: checks what is mandatory, fills in what is optional, names it. Its answer is a {@link Report}. */
public final class CheckMessage {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,20}");

    private final String defaultOriginator;
    private final Function<SmsMessage, Segments> submittable;
    private final Set<String> providers;
    private final Clock clock;

    /**
     * @param defaultOriginator the sender of a message when neither it nor its user names one
     * @param submittable refuses what no SMSC could be given
     * @param providers the names of the SMSC connections; asking for another one is asking for none
     */
    public CheckMessage(
            String defaultOriginator, Function<SmsMessage, Segments> submittable, Set<String> providers, Clock clock) {
        this.submittable = submittable;
        this.defaultOriginator = defaultOriginator;
        this.providers = Set.copyOf(providers);
        this.clock = clock;
    }

    /** @throws RejectedMessageException naming the parameter and what is wrong with it */
    public Report check(@Body Draft draft, @Variable("user") User user) {
        SmsMessage message = message(draft, user);
        submittable.apply(message);
        return Report.accepted(draft, message);
    }

    private SmsMessage message(Draft draft, User user) {
        return new SmsMessage(
                UUID.randomUUID().toString(),
                user.name(),
                originator(draft, user),
                recipient(draft),
                type(draft),
                text(draft),
                draft.provider() != null && providers.contains(draft.provider()) ? draft.provider() : "",
                clock.instant());
    }

    private static String recipient(Draft draft) {
        if (draft.recipient() == null || draft.recipient().isBlank()) {
            throw new RejectedMessageException(
                    Fault.INVALID_RECIPIENT, "Invalid recipient. recipient" + draft.suffix() + " is missing.");
        }
        String number = plus(draft.recipient());
        if (!NUMBER.matcher(number).matches()) {
            throw new RejectedMessageException(
                    Fault.INVALID_RECIPIENT,
                    "Invalid recipient. recipient" + draft.suffix() + " is not a number of 3 to 20 digits.");
        }
        return number;
    }

    private static String plus(String recipient) {
        String number = recipient.strip();
        return recipient.startsWith(" ") && !number.startsWith("+") ? "+" + number : number;
    }

    private static String text(Draft draft) {
        if (draft.text() == null) {
            throw new RejectedMessageException(
                    Fault.MISSING_PARAMETER, "Missing parameter: messagedata" + draft.suffix() + ".");
        }
        return draft.text();
    }

    private static String type(Draft draft) {
        return draft.type().toUpperCase(Locale.ROOT);
    }

    private String originator(Draft draft, User user) {
        return Optional.ofNullable(draft.originator())
                .filter(given -> !given.isBlank())
                .map(CheckMessage::plus)
                .or(() -> Optional.ofNullable(user.originator()))
                .orElse(defaultOriginator);
    }
}
