package org.caravansms.smppserver;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.RetryDelay;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.ReadSmppPdu;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.UnreadablePduException;
import org.caravansms.smppserver.PendingDeliveries.End;

/**
 * The step of {@code smpp-delivery} that sends a deliver_sm on one of the binds of its user that may receive. No thread
 * waits for the answer. What a client refuses it gets again after a pause, before later receipts of the same message.
 * What it cannot get now stays where it is. The queue is read while there is such a bind.
 */
public final class DeliverToClient extends AsyncProcessorSupport implements BooleanSupplier {

    private static final RetryDelay PAUSE = new RetryDelay(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** What says in esm_class that it is a receipt or a notification, SMPP 3.4 section 5.2.12. */
    private static final int RECEIPT = 0x24;

    private final BoundClients clients;
    private final String user;
    private final ReceiptOrder order = new ReceiptOrder(Clock.systemUTC());

    public DeliverToClient(BoundClients clients, String user) {
        this.clients = clients;
        this.user = user;
    }

    @Override
    public boolean getAsBoolean() {
        return clients.receiver(user).isPresent();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Optional<ClientSession> receiver = clients.receiver(user);
        try {
            byte[] octets = exchange.getMessage().getBody(byte[].class);
            SmppPdu pdu = ReadSmppPdu.of(octets);
            String id = id(exchange, pdu);
            Duration early = id.isEmpty() ? Duration.ZERO : order.begin(id, octets);
            if (receiver.isPresent() && early.isZero()) {
                receiver.get().deliver(pdu).thenAccept(end -> {
                    settle(exchange, id, end);
                    callback.done(false);
                });
                return false;
            }
            leave(exchange, id, early);
        } catch (UnreadablePduException e) {
            exchange.getMessage().setBody(new Outcome.Failed(e.getMessage(), PartProgress.NONE));
        }
        callback.done(true);
        return true;
    }

    /** @return the message of a receipt; empty for a message from a handset, whose parts may come in any order */
    private static String id(Exchange exchange, SmppPdu pdu) {
        return (pdu.number(PduField.ESM_CLASS) & RECEIPT) == 0
                ? ""
                : exchange.getProperty(MessageProperties.ID, "", String.class);
    }

    private void leave(Exchange exchange, String id, Duration early) {
        if (early.isZero()) {
            settle(exchange, id, End.CUT);
        } else {
            exchange.getMessage()
                    .setBody(new Outcome.Retry(early, "an earlier receipt comes first", false, PartProgress.NONE));
        }
    }

    private void settle(Exchange exchange, String id, End end) {
        Outcome outcome = outcome(exchange, end);
        if (outcome instanceof Outcome.Retry retry) {
            order.refused(id, retry.delay());
        } else {
            order.end(id);
        }
        exchange.getMessage().setBody(outcome);
    }

    private static Outcome outcome(Exchange exchange, End end) {
        int refused = exchange.getMessage().getHeader(MessageProperties.ATTEMPTS, 0, Integer.class);
        return switch (end) {
            case TAKEN -> new Outcome.Sent(List.of());
            case REFUSED ->
                new Outcome.Retry(PAUSE.after(refused + 1), "the client refused it", true, PartProgress.NONE);
            case CUT -> new Outcome.Requeue(PartProgress.NONE);
        };
    }
}
