package org.caravansms.inbound;

import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.RetryDelay;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code inbound-route}: lets a rule's route have a message, and says what that came to. */
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

    /** A message's turn, out of the reach of the route that gets it. */
    record Turn(String id, String route, int tries) {}

    /** @throws IllegalStateException when no rule in force names the route: whoever writes to the queue names none */
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

    /** What a route throws may have a text in it: only its kind is told. */
    public Outcome failed(@ExchangeException Exception failure, @ExchangeProperty(TURN) Turn turn) {
        String reason = "route " + turn.route() + ": " + failure.getClass().getSimpleName();
        if (turn.tries() >= tries) {
            LOG.warn("Message {} is not handed over after {} tries: {}", turn.id(), turn.tries(), reason);
            return new Outcome.Failed(reason + ", tried " + turn.tries() + " times", PartProgress.NONE);
        }
        return new Outcome.Retry(delay.after(turn.tries()), reason, true, PartProgress.NONE);
    }
}
