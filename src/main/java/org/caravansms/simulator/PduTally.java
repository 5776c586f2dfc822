package org.caravansms.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    public synchronized void write(List<Exchange> exchanges) {
        exchanges.stream().filter(exchange -> !exchange.isUnsent()).forEach(this::count);
    }

    private void count(Exchange exchange) {
        if (exchange.delivery() != null) {
            deliveries(exchange.delivery().delivery().kind()).count(exchange);
        } else if (exchange.request().commandId() == CommandId.SUBMIT_SM) {
            submitted(exchange);
        } else if (exchange.isAcceptedBind()) {
            binds++;
        } else {
            other++;
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
                lastResponseEpochMicros = Exchange.micros();
                accepted += response.pdu().isAccepted() ? 1 : 0;
                refused += response.pdu().isAccepted() ? 0 : 1;
            }
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

        synchronized void count(Exchange exchange) {
            if (exchange.isSent()) {
                sent++;
                repeated += exchange.delivery().times() > 1 ? 1 : 0;
            } else if (exchange.request().isAccepted()) {
                acknowledged++;
            } else {
                refused.merge(exchange.request().commandStatus(), 1L, Long::sum);
            }
        }

        synchronized DeliveryCounts counts() {
            return new DeliveryCounts(sent, acknowledged, new TreeMap<>(refused), repeated, planned - acknowledged);
        }
    }
}
