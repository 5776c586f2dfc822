package org.caravansms.inbound;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.RetryDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code inbound-route}: gives a message to a rule's route, and reports the outcome. */
public final class InboundHandover {

    private static final Logger LOG = LoggerFactory.getLogger(InboundHandover.class);

    private static final String TURN = "SmsTurn";

    private final Supplier<InboundRules> rules;
    private final RetryDelay delay;
    private final int tries;

    /** @param firstDelay the wait after the first try; it doubles with each further one, up to the longest */
    public InboundHandover(Supplier<InboundRules> rules, Duration firstDelay, Duration longestDelay, int tries) {
        this.rules = rules;
        this.delay = new RetryDelay(firstDelay, longestDelay);
        this.tries = tries;
    }

    /** The message, out of reach of the route that gets it. */
    record Turn(String id, String route, int tries) {}

    /** @throws IllegalStateException when no rule in force names the route: a writer to the queue cannot choose one */
    public void check(
            @Header(MessageProperties.ROUTE) String route,
            @Header(MessageProperties.ID) String id,
            @Header(MessageProperties.ATTEMPTS) Integer attempts,
            Exchange exchange) {
        exchange.setProperty(TURN, new Turn(id, route, attempts == null ? 1 : attempts + 1));
        if (route == null || !rules.get().hasRoute(route)) {
            throw new IllegalStateException("no inbound rule names the route " + route);
        }
    }

    public Outcome done() {
        return new Outcome.Sent(List.of());
    }

    /** The message of an exception may have the text: only its class is logged. */
    public Outcome failed(@ExchangeException Exception failure, @ExchangeProperty(TURN) Turn turn) {
        String reason = "route " + turn.route() + ": " + failure.getClass().getSimpleName();
        if (turn.tries() >= tries) {
            LOG.warn("Message {} is not handed over after {} tries: {}", turn.id(), turn.tries(), reason);
            return new Outcome.Failed(reason + ", tried " + turn.tries() + " times", PartProgress.NONE);
        }
        return new Outcome.Retry(delay.after(turn.tries()), reason, true, PartProgress.NONE);
    }
}
