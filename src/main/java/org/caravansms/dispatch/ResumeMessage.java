package org.caravansms.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.Provider;

/**
 * Starts a queued message, or resumes it after it was throttled: returns its unsent parts in order, under the reference
 * of the parts that were sent before.
 *
 * @param references the next concatenation reference for a recipient
 */
public record ResumeMessage(Provider provider, SplitMessage split, ToIntFunction<String> references, InFlight inFlight)
        implements Processor {

    /**
     * priority_flag, SMPP 3.4 section 5.2.14, for each JMS priority: 4 is the usual one of the ten, and 0 of these
     * four.
     */
    private static final int[] PRIORITY_FLAG = {0, 0, 0, 0, 0, 1, 1, 2, 2, 3};

    private static final AtomicLong SEQUENCE = new AtomicLong();

    /**
     * @throws org.caravansms.message.RejectedMessageException when it cannot be sent at all
     * @throws ExpiredException when it has expired
     * @throws InDoubtException when a part was pending when the gateway was killed
     */
    @Override
    public void process(Exchange exchange) {
        Message queued = exchange.getMessage();
        queued.setBody(parts(
                queued.getBody(SmsMessage.class),
                queued.getHeader(MessageProperties.PRIORITY, int.class),
                exchange.getProperty(PartProgress.PROPERTY, PartProgress.class),
                exchange));
    }

    /** @param priority the JMS priority, 0 to 9 */
    List<SubmitPart> parts(SmsMessage message, int priority, PartProgress progress, Exchange exchange) {
        InFlightMessage sending = exchange.getProperty(InFlightMessage.PROPERTY, InFlightMessage.class);
        if (sending == null) {
            sending = start(message, progress, exchange);
        }
        SplitMessage.Encoded encoded = split.encode(message);
        if (sending.progress().reference() < 0 && encoded.needsReference()) {
            sending.progress(sending.progress().under(references.applyAsInt(message.recipient())));
        }
        PartProgress now = sending.progress();
        List<SubmitPart> parts = encoded.parts(now.reference(), PRIORITY_FLAG[priority]);
        List<SubmitPart> rest = now.accepted().isEmpty() ? parts : rest(parts, now);
        if (!rest.isEmpty()) {
            ExpiredException.check(message, Instant.now());
        }
        return rest;
    }

    private InFlightMessage start(SmsMessage message, PartProgress progress, Exchange exchange) {
        InFlightMessage sending = new InFlightMessage(message, provider, SEQUENCE.incrementAndGet(), progress);
        sending.route = exchange.getFromRouteId();
        exchange.setProperty(InFlightMessage.PROPERTY, sending);
        exchange.getExchangeExtension().addOnCompletion(settled(sending));
        inFlight.enter(sending);
        inFlight.recall(sending);
        return sending;
    }

    private static List<SubmitPart> rest(List<SubmitPart> parts, PartProgress progress) {
        return parts.stream()
                .filter(part -> !progress.accepted().containsKey(part.number()))
                .toList();
    }

    /** The unit of work of a queued message ends with the commit. */
    private SynchronizationAdapter settled(InFlightMessage sending) {
        return new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange exchange) {
                inFlight.settled(sending);
            }

            @Override
            public void onFailure(Exchange exchange) {
                inFlight.unsettled(sending);
            }
        };
    }
}
