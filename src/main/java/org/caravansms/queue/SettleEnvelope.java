package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.caravansms.jms.Settlement;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.Source;

/**
 * Settles the messages of one envelope. Those of which nothing was sent go back in an envelope of their own; any other
 * that was not sent whole goes on alone.
 */
final class SettleEnvelope {

    private static final Outcome NOT_ROUTED = new Outcome.Requeue(PartProgress.NONE);

    private final SettleOutcomes settlement;
    private final Message envelope;
    private final List<Exchange> routed;
    private final List<String> texts;
    private final List<String> unsent = new ArrayList<>();
    private Settlement.Result result = Settlement.Result.SETTLED;

    /** @param routed the exchanges of its first messages; the others were not routed */
    SettleEnvelope(SettleOutcomes settlement, Message envelope, List<Exchange> routed) throws JMSException {
        this.settlement = settlement;
        this.envelope = envelope;
        this.routed = routed;
        this.texts = Envelope.texts(envelope);
    }

    Settlement.Result settle() throws JMSException {
        if (isUntouched()) {
            return Settlement.Result.LEFT;
        }
        for (int place = 0; place < texts.size(); place++) {
            settle(place);
        }
        if (!unsent.isEmpty()) {
            settlement.putBack(unsent, envelope);
            result = Settlement.Result.SETTLED_AND_PAUSE;
        }
        return result;
    }

    private boolean isUntouched() {
        for (int place = 0; place < texts.size(); place++) {
            if (!isUnsent(outcome(place))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnsent(Outcome outcome) {
        return outcome instanceof Outcome.Requeue && outcome.progress().isNone();
    }

    private Outcome outcome(int place) {
        return place < routed.size() ? SettleOutcomes.outcome(routed.get(place)) : NOT_ROUTED;
    }

    private void settle(int place) throws JMSException {
        Outcome outcome = outcome(place);
        if (isUnsent(outcome)) {
            unsent.add(texts.get(place));
            return;
        }
        Exchange exchange = routed.get(place);
        String id = exchange.getProperty(MessageProperties.ID, String.class);
        Boolean report = exchange.getProperty(MessageProperties.REPORT, Boolean.class);
        if (outcome instanceof Outcome.Sent) {
            settlement.sent(
                    id, SettleOutcomes.source(exchange), outcome, texts.get(place), Boolean.TRUE.equals(report));
        } else {
            Message single = Envelope.single(texts.get(place), id, envelope, settlement.session());
            settleAlone(single, SettleOutcomes.source(exchange), report, outcome);
        }
    }

    private void settleAlone(Message single, Source source, Boolean report, Outcome outcome) throws JMSException {
        if (report != null) {
            single.setBooleanProperty(MessageProperties.REPORT, report);
        }
        Settlement.Result alone = settlement.settle(single, outcome, source);
        result = alone.compareTo(result) > 0 ? alone : result;
    }
}
