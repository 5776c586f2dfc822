package org.caravansms.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caravansms.simulator.Exchange.AnsweredDelivery;

/** Counts the PDUs received and the responses sent, for all connections together. */
final class PduTally implements Journal {
    private long binds;
    private long submits;
    private long accepted;
    private long refused;
    private long other;
    private long lost;
    private long firstSubmitEpochMicros;
    private long lastResponseEpochMicros;

    private final DeliveryTally receipts = new DeliveryTally();
    private final DeliveryTally inbound = new DeliveryTally();

    DeliveryTally deliveries(DeliveryKind kind) {
        return kind == DeliveryKind.RECEIPT ? receipts : inbound;
    }

    @Override
    public void delivering(List<SentDelivery> sent) {
        for (SentDelivery delivery : sent) {
            deliveries(delivery.delivery().kind()).sent(delivery.times());
        }
    }

    @Override
    public synchronized void write(List<Exchange> exchanges) {
        exchanges.stream().filter(exchange -> !exchange.isUnsent()).forEach(this::received);
    }

    private void received(Exchange exchange) {
        if (exchange.request().commandId() == CommandId.SUBMIT_SM) {
            submitted(exchange);
        } else if (exchange.isAcceptedBind()) {
            binds++;
        } else if (exchange.answered() == null) {
            other++;
        } else {
            deliveries(exchange.answered().delivery().kind()).answered(exchange.answered());
        }
    }

    private void submitted(Exchange exchange) {
        if (submits++ == 0) {
            firstSubmitEpochMicros = exchange.epochMicros();
        }
        if (exchange.isLost()) {
            lost++;
        }
    }

    /** Counts responses that are about to be given to a socket. */
    synchronized void answering(List<Response> responses) {
        for (Response response : responses) {
            if (response.pdu().commandId() == CommandId.responseTo(CommandId.SUBMIT_SM)) {
                answering(response.pdu().commandStatus());
            }
        }
    }

    private void answering(int submitSmStatus) {
        lastResponseEpochMicros = Exchange.micros();
        if (submitSmStatus == CommandStatus.ESME_ROK) {
            accepted++;
        } else {
            refused++;
        }
    }

    synchronized Stats stats() {
        Counts counts = new Counts(binds, submits, accepted, refused, other, lost);
        return new Stats(counts, firstSubmitEpochMicros, lastResponseEpochMicros, receipts.counts(), inbound.counts());
    }

    /** Counts the deliveries of one kind and their answers, for all connections together. */
    static final class DeliveryTally {
        private final Map<Integer, Long> refused = new TreeMap<>();
        private long planned;
        private long sent;
        private long acknowledged;
        private long repeated;

        synchronized void planned(int count) {
            planned += count;
        }

        synchronized void sent(int times) {
            sent++;
            repeated += times > 1 ? 1 : 0;
        }

        synchronized void answered(AnsweredDelivery answered) {
            if (answered.isAcknowledged()) {
                acknowledged++;
            } else {
                refused.merge(answered.commandStatus(), 1L, Long::sum);
            }
        }

        synchronized DeliveryCounts counts() {
            return new DeliveryCounts(sent, acknowledged, new TreeMap<>(refused), repeated, planned - acknowledged);
        }
    }
}
