package org.caravansms.smppserver;

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
import org.caravansms.smpp.ReadSmppPdu;
import org.caravansms.smpp.UnreadablePduException;
import org.caravansms.smppserver.PendingDeliveries.End;

/**
 * The step of {@code smpp-delivery} that sends a deliver_sm on one of the binds of its user that may receive. No thread
 * waits for the answer. What a client refuses it gets again after a pause; what it cannot get now stays where it is. The
 * queue is read while there is such a bind.
 */
public final class DeliverToClient extends AsyncProcessorSupport implements BooleanSupplier {

    private static final RetryDelay PAUSE = new RetryDelay(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final BoundClients clients;
    private final String user;

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
            if (receiver.isPresent()) {
                byte[] octets = exchange.getMessage().getBody(byte[].class);
                receiver.get().deliver(ReadSmppPdu.of(octets)).thenAccept(end -> {
                    settle(exchange, end);
                    callback.done(false);
                });
                return false;
            }
            settle(exchange, End.CUT);
        } catch (UnreadablePduException e) {
            exchange.getMessage().setBody(new Outcome.Failed(e.getMessage(), PartProgress.NONE));
        }
        callback.done(true);
        return true;
    }

    private static void settle(Exchange exchange, End end) {
        int refused = exchange.getMessage().getHeader(MessageProperties.ATTEMPTS, 0, Integer.class);
        exchange.getMessage()
                .setBody(
                        switch (end) {
                            case TAKEN -> new Outcome.Sent(List.of());
                            case REFUSED ->
                                new Outcome.Retry(
                                        PAUSE.after(refused + 1), "the client refused it", true, PartProgress.NONE);
                            case CUT -> new Outcome.Requeue(PartProgress.NONE);
                        });
    }
}
