package org.caravansms.api;

import org.caravansms.message.Fault;
import org.caravansms.message.MessageIds;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Makes a message of a draft: checks what is mandatory, fills in what is optional, names it. Its answer is a {@link Report}. */
public final class CheckMessage {

    private static final String USUAL_TYPE = "SMS:TEXT";

    private final String defaultOriginator;
    private final Function<SmsMessage, Segments> submittable;
    private final Predicate<String> providers;
    private final Clock clock;

    /**
     * @param defaultOriginator the sender of a message when neither it nor its user names one
     * @param submittable says what a message takes, and refuses what no SMSC could be given
     * @param providers whether there is an SMSC connection of that name, now; asking for another one is asking for none
     */
    public CheckMessage(
            String defaultOriginator,
            Function<SmsMessage, Segments> submittable,
            Predicate<String> providers,
            Clock clock) {
        this.submittable = submittable;
        this.defaultOriginator = defaultOriginator;
        this.providers = providers;
        this.clock = clock;
    }

    /** @throws RejectedMessageException naming the parameter and what is wrong with it */
    public Report check(@Body MessageRequest draft, @Variable("user") User user) {
        SmsMessage message = message(draft, user, clock.instant());
        return Report.accepted(draft, message, submittable.apply(message));
    }

    private SmsMessage message(MessageRequest draft, User user, Instant now) {
        return new SmsMessage(
                MessageIds.next(),
                user.name(),
                originator(draft, user),
                ReadRecipient.of(draft),
                type(draft),
                text(draft),
                provider(draft),
                now,
                ReadOptions.of(draft, now));
    }

    private static String text(MessageRequest draft) {
        String text = draft.get(MessageField.TEXT);
        if (text == null) {
            throw Rejection.missing(draft, MessageField.TEXT);
        }
        if (!UnpairedSurrogates.in(text)) {
            throw Rejection.of(
                    Fault.INVALID_MESSAGE_DATA,
                    draft,
                    MessageField.TEXT,
                    "has one half of a character only, a lone surrogate");
        }
        return Trim.mark(text);
    }

    private static String type(MessageRequest draft) {
        String type = draft.get(MessageField.TYPE);
        return type == null || type.isEmpty() || type.equals(USUAL_TYPE) ? USUAL_TYPE : type.toUpperCase(Locale.ROOT);
    }

    private String provider(MessageRequest draft) {
        String provider = draft.get(MessageField.PROVIDER);
        return provider != null && providers.test(provider) ? provider : "";
    }

    private String originator(MessageRequest draft, User user) {
        String given = draft.get(MessageField.ORIGINATOR);
        if (given == null || Trim.space(given).isEmpty()) {
            return user.originator() == null ? defaultOriginator : user.originator();
        }
        String originator = ReadOriginator.of(draft, given);
        if (!user.mayUse(originator)) {
            throw Rejection.of(
                    Fault.INVALID_ORIGINATOR,
                    draft,
                    MessageField.ORIGINATOR,
                    "is not one that this user may send from");
        }
        return originator;
    }
}
