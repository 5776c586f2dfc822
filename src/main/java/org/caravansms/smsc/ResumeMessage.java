package org.caravansms.smsc;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.Progress;
import org.caravansms.message.SmsMessage;

/**
 * Takes up a queued message: its parts that are still to be sent, in order, under the reference that those have which
 * were sent before.
 */
public final class ResumeMessage {

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
     * @throws org.caravansms.message.RejectedMessageException when it cannot be sent at all
     * @throws ExpiredException when it is of no more use
     * @throws UnansweredException when a part was on its way when the gateway was killed
     */
    public List<SubmitPart> parts(
            SmsMessage message, @ExchangeProperty(Progress.PROPERTY) Progress progress, Exchange exchange) {
        Transit transit = new Transit(message, provider, SEQUENCE.incrementAndGet(), progress);
        exchange.setProperty(Transit.PROPERTY, transit);
        exchange.getExchangeExtension().addOnCompletion(new Settled(transit));
        inFlight.recall(transit);
        ExpiredException.check(message, Instant.now());
        if (transit.progress().reference() < 0 && split.needsReference(message)) {
            transit.progress(transit.progress().under(references.applyAsInt(message.recipient())));
        }
        return rest(split.parts(message, transit.progress().reference()), transit.progress());
    }

    private static List<SubmitPart> rest(List<SubmitPart> parts, Progress progress) {
        return progress.accepted().isEmpty()
                ? parts
                : parts.stream()
                        .filter(part -> !progress.accepted().containsKey(part.number()))
                        .toList();
    }

    /** The unit of work of a queued message ends with the commit. */
    private final class Settled extends SynchronizationAdapter {
        private final Transit transit;

        Settled(Transit transit) {
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
