package org.caravansms.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.Provider;

/**
 * Takes up a queued message, or takes it on after it was throttled: its parts that are still to be sent, in order, under the reference that those have which
 * were sent before.
 */
public final class ResumeMessage {

    /** priority_flag, SMPP 3.4 section 5.2.14, for each JMS priority: 4 is the usual one of the ten, and 0 of these four. */
    private static final int[] PRIORITY_FLAG = {0, 0, 0, 0, 0, 1, 1, 2, 2, 3};

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final Provider provider;
    private final SplitMessage split;
    private final ToIntFunction<String> references;
    private final InFlight inFlight;

    /** @param references the next concatenation reference for a recipient */
    public ResumeMessage(Provider provider, SplitMessage split, ToIntFunction<String> references, InFlight inFlight) {
        this.provider = provider;
        this.split = split;
        this.references = references;
        this.inFlight = inFlight;
    }

    /**
     * @param priority the JMS priority, 0 to 9
     * @throws org.caravansms.message.RejectedMessageException when it cannot be sent at all
     * @throws ExpiredException when it is of no more use
     * @throws InDoubtException when a part was on its way when the gateway was killed
     */
    public List<SubmitPart> parts(
            SmsMessage message,
            @Header(MessageProperties.PRIORITY) int priority,
            @ExchangeProperty(PartProgress.PROPERTY) PartProgress progress,
            Exchange exchange) {
        InFlightMessage transit = exchange.getProperty(InFlightMessage.PROPERTY, InFlightMessage.class);
        if (transit == null) {
            transit = takeUp(message, progress, exchange);
        }
        if (transit.progress().reference() < 0 && split.needsReference(message)) {
            transit.progress(transit.progress().under(references.applyAsInt(message.recipient())));
        }
        List<SubmitPart> parts = split.parts(message, transit.progress().reference());
        List<SubmitPart> rest =
                isUsual(priority, transit) ? parts : rest(parts, PRIORITY_FLAG[priority], transit.progress());
        if (!rest.isEmpty()) {
            ExpiredException.check(message, Instant.now());
        }
        return rest;
    }

    private InFlightMessage takeUp(SmsMessage message, PartProgress progress, Exchange exchange) {
        InFlightMessage transit = new InFlightMessage(message, provider, SEQUENCE.incrementAndGet(), progress);
        exchange.setProperty(InFlightMessage.PROPERTY, transit);
        exchange.getExchangeExtension().addOnCompletion(new Settled(transit));
        inFlight.recall(transit);
        return transit;
    }

    private static boolean isUsual(int priority, InFlightMessage transit) {
        return PRIORITY_FLAG[priority] == 0 && transit.progress().accepted().isEmpty();
    }

    private static List<SubmitPart> rest(List<SubmitPart> parts, int priorityFlag, PartProgress progress) {
        return parts.stream()
                .filter(part -> !progress.accepted().containsKey(part.number()))
                .map(part -> part.withPriority(priorityFlag))
                .toList();
    }

    /** The unit of work of a queued message ends with the commit. */
    private final class Settled extends SynchronizationAdapter {
        private final InFlightMessage transit;

        Settled(InFlightMessage transit) {
            this.transit = transit;
        }

        @Override
        public void onComplete(Exchange exchange) {
            inFlight.settled(transit);
        }

        @Override
        public void onFailure(Exchange exchange) {
            inFlight.unsettled(transit);
        }
    }
}
