package org.caravansms.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.direct.DirectConsumer;
import org.apache.camel.component.direct.DirectEndpoint;
import org.caravansms.message.Fault;
import org.caravansms.message.LogFields;
import org.caravansms.message.RejectedMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the route {@code direct:policy} about each message before it is checked, where there is such a route: it changes
 * the Map of the message ({@link PolicyMessage}), or refuses the message by a header. It gets an exchange of its own,
 * for each message of every source, which is why this step calls it and not the component {@code direct}.
 */
public final class ApplyPolicy implements Processor {

    /** The header with the text of a refusal. */
    static final String REFUSE = "SmsRefuse";

    /** The header with the code of a refusal, one of docs/error-codes.md; {@link Fault#INVALID_PARAMETER} if missing. */
    static final String REFUSE_CODE = "SmsRefuseCode";

    /** The header that says that the message is not sent, but its fate explained. */
    static final String EXPLAIN = "SmsExplain";

    /** The variable of an exchange whose message is explained. */
    private static final String EXPLAINED = "explained";

    /** The variable that gets what the policy changed then. */
    private static final String CHANGES = "policyChanges";

    private static final Logger LOG = LoggerFactory.getLogger(ApplyPolicy.class);
    private static final String POLICY = "direct:policy?block=false";

    private final PublicMessages messages = new PublicMessages(1);
    private final Lock unchanged;
    private volatile DirectEndpoint policy;

    /** @param unchanged while it is locked, the route is neither added, removed nor swapped */
    public ApplyPolicy(Lock unchanged) {
        this.unchanged = unchanged;
    }

    /**
     * @throws RejectedMessageException where the policy refuses it, or {@link Fault#INTERNAL_ERROR} where it fails
     */
    @Override
    public void process(Exchange exchange) throws InterruptedException {
        unchanged.lockInterruptibly();
        try {
            DirectConsumer route = endpoint(exchange.getContext()).getConsumer();
            if (route != null) {
                Message item = exchange.getMessage();
                User user = exchange.getVariable("user", User.class);
                item.setBody(ask(route, item.getBody(MessageRequest.class), user, exchange));
            }
        } finally {
            unchanged.unlock();
        }
    }

    private DirectEndpoint endpoint(CamelContext camel) {
        DirectEndpoint known = policy;
        if (known == null || known.getCamelContext() != camel) {
            known = camel.getEndpoint(POLICY, DirectEndpoint.class);
            policy = known;
        }
        return known;
    }

    private MessageRequest ask(DirectConsumer route, MessageRequest request, User user, Exchange exchange) {
        PolicyMessage described = PolicyMessage.of(request, user);
        Exchange asked = route.getEndpoint().createExchange();
        asked.getMessage().setBody(described.toBeChanged());
        boolean explained = exchange.getVariable(EXPLAINED) != null;
        if (explained) {
            asked.getMessage().setHeader(EXPLAIN, true);
        }
        process(route, asked);
        if (asked.getException() != null) {
            throw failed(asked.getException().getClass().getName(), request, user);
        }
        requireNoRefusal(asked.getMessage());
        if (!(asked.getMessage().getBody() instanceof Map<?, ?> left)) {
            throw failed("it left no Map as the body", request, user);
        }
        if (left.equals(described.fields())) {
            return request;
        }
        if (explained) {
            exchange.setVariable(CHANGES, described.changes(left));
        }
        return changed(request, left);
    }

    private static void process(DirectConsumer route, Exchange asked) {
        try {
            route.getProcessor().process(asked);
        } catch (Exception e) {
            asked.setException(e);
        }
    }

    /** The class of the failure only: its text may have the message's. */
    private static RejectedMessageException failed(String why, MessageRequest request, User ofRequest) {
        User user = request.sender(ofRequest);
        LogFields.user(LOG.atError(), user == null ? "" : user.name())
                .log("The route from direct:policy failed, and a message is refused: {}", why);
        return new RejectedMessageException(
                Fault.INTERNAL_ERROR, "The gateway's policy failed; the message was not accepted.");
    }

    private static void requireNoRefusal(Message answer) {
        Object text = answer.getHeader(REFUSE);
        if (text != null) {
            Integer code = answer.getHeader(REFUSE_CODE, Integer.class);
            throw new RejectedMessageException(
                    code == null ? Fault.INVALID_PARAMETER : Fault.of(code), text.toString());
        }
    }

    private MessageRequest changed(MessageRequest request, Map<?, ?> left) {
        Map<Object, Object> message = new LinkedHashMap<>(left);
        message.remove(PolicyMessage.USER);
        return new PolicyRequest(
                request, messages.request(request.sendRequest(), "", PublicDocument.JSON.valueToTree(message)));
    }
}
