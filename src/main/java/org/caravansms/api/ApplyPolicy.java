package org.caravansms.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.apache.camel.component.direct.DirectEndpoint;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the route {@code direct:policy} about each message before it is checked, where there is such a route: it changes
 * the Map of the message ({@link PolicyMessage}), or refuses the message by a header. A failure of it refuses the
 * message with {@link Fault#INTERNAL_ERROR}.
 */
public final class ApplyPolicy implements AggregationStrategy {

    /** The header with the text of a refusal. */
    static final String REFUSE = "SmsRefuse";

    /** The header with the code of a refusal, one of docs/error-codes.md; {@link Fault#INVALID_PARAMETER} if missing. */
    static final String REFUSE_CODE = "SmsRefuseCode";

    private static final Logger LOG = LoggerFactory.getLogger(ApplyPolicy.class);
    private static final String POLICY = "direct:policy?block=false";

    private final PublicMessages messages = new PublicMessages(1);
    private final ObjectMapper json = ApiJson.strict();
    private volatile DirectEndpoint policy;

    /** @return whether a route from {@code direct:policy} runs now */
    public boolean isThere(Exchange exchange) throws InterruptedException {
        DirectEndpoint endpoint = policy;
        if (endpoint == null || endpoint.getCamelContext() != exchange.getContext()) {
            endpoint = exchange.getContext().getEndpoint(POLICY, DirectEndpoint.class);
            policy = endpoint;
        }
        return endpoint.getConsumer() != null;
    }

    /** @return the message as a Map; the policy may change it */
    public Map<String, Object> describe(@Body MessageRequest request, @Variable("user") User user, Exchange exchange) {
        exchange.getMessage().removeHeaders("SmsRefuse*");
        return PolicyMessage.of(request, user);
    }

    /** @param answered the exchange of the policy, with the message as it left it */
    @Override
    public Exchange aggregate(Exchange message, Exchange answered) {
        try {
            message.getMessage().setBody(answer(message, answered));
        } catch (RejectedMessageException refused) {
            message.setException(refused);
        }
        return message;
    }

    private MessageRequest answer(Exchange message, Exchange answered) {
        MessageRequest request = message.getMessage().getBody(MessageRequest.class);
        Exception failure = answered.getException();
        if (failure != null) {
            throw failed(failure.getClass().getName());
        }
        requireNoRefusal(answered.getMessage());
        if (!(answered.getMessage().getBody() instanceof Map<?, ?> left)) {
            throw failed("it left no Map as the body");
        }
        Map<?, ?> described = PolicyMessage.of(request, message.getVariable("user", User.class));
        return left.equals(described) ? request : changed(request, left);
    }

    /** The name of the failure only: its text may have the message's. */
    private static RejectedMessageException failed(String why) {
        LOG.error("The route of direct:policy failed, and a message is refused: {}", why);
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
        return new PolicyRequest(request, messages.request(request.sendRequest(), "", json.valueToTree(message)));
    }
}
