package org.caravansms.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageIds;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Routing;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/** Makes a message of a request for one: checks the mandatory fields, fills in the optional ones, gives it an id. */
public final class CheckMessage implements Processor {

    private static final String USUAL_TYPE = "SMS:TEXT";

    private final String defaultOriginator;
    private final Function<SmsMessage, Segments> submittable;
    private final Predicate<String> providers;
    private final UnaryOperator<SmsMessage> routing;
    private final Clock clock;

    /**
     * @param defaultOriginator the sender of a message when neither it nor its user names one
     * @param submittable counts the segments of a message, and refuses one that no submit_sm can carry
     * @param providers whether there is an SMSC connection of that name, now; another name is ignored
     * @param routing applies the routing rules, before the segments are counted: a rule may change the message
     */
    public CheckMessage(
            String defaultOriginator,
            Function<SmsMessage, Segments> submittable,
            Predicate<String> providers,
            UnaryOperator<SmsMessage> routing,
            Clock clock) {
        this.submittable = submittable;
        this.defaultOriginator = defaultOriginator;
        this.providers = providers;
        this.routing = routing;
        this.clock = clock;
    }

    /** @throws RejectedMessageException naming the parameter and its fault */
    @Override
    public void process(Exchange exchange) {
        Message item = exchange.getMessage();
        item.setBody(check(item.getBody(MessageRequest.class), exchange.getVariable("user", User.class)));
    }

    Report check(MessageRequest request, User user) {
        SmsMessage message = routing.apply(message(request, request.sender(user), clock.instant()));
        return Report.accepted(request, message, submittable.apply(message));
    }

    /** The report of a message that is refused; the others of its request are sent. */
    public Report reject(@Body MessageRequest request, @ExchangeException RejectedMessageException why) {
        return Report.rejected(request, why);
    }

    private SmsMessage message(MessageRequest request, User user, Instant now) {
        return new SmsMessage(
                MessageIds.next(),
                user.name(),
                originator(request, user),
                ReadRecipient.of(request),
                type(request),
                text(request),
                provider(request),
                now,
                ReadOptions.of(request, now),
                Routing.from(source(request)));
    }

    private static Source source(MessageRequest request) {
        return request.sendRequest() == null
                ? Source.HTTP
                : request.sendRequest().source();
    }

    private static String text(MessageRequest request) {
        String text = request.get(MessageField.TEXT);
        if (text == null) {
            throw new RejectedMessageException(
                    Fault.MISSING_PARAMETER, "Missing parameter: " + request.nameOf(MessageField.TEXT) + ".");
        }
        if (!UnpairedSurrogates.in(text)) {
            throw request.invalid(
                    Fault.INVALID_MESSAGE_DATA,
                    MessageField.TEXT,
                    "has one half of a character only, a lone surrogate");
        }
        return Trim.mark(text);
    }

    private static String type(MessageRequest request) {
        String type = request.get(MessageField.TYPE);
        return type == null || type.isEmpty() || type.equals(USUAL_TYPE) ? USUAL_TYPE : type.toUpperCase(Locale.ROOT);
    }

    private String provider(MessageRequest request) {
        String provider = request.get(MessageField.PROVIDER);
        return provider != null && providers.test(provider) ? provider : "";
    }

    private String originator(MessageRequest request, User user) {
        String given = request.get(MessageField.ORIGINATOR);
        if (given == null || Trim.space(given).isEmpty()) {
            return user.originator() == null ? defaultOriginator : user.originator();
        }
        String originator = ReadOriginator.of(request, given);
        if (!user.mayUse(originator)) {
            throw request.invalid(
                    Fault.INVALID_ORIGINATOR, MessageField.ORIGINATOR, "is not one that this user may send from");
        }
        return originator;
    }
}
