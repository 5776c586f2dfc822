package org.caravansms.smppserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.caravansms.message.Cancellations;
import org.caravansms.message.MessageState;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.SmppPdu;

/**
 * The steps of {@code cancel-sm} and {@code replace-sm}, SMPP 3.4 sections 4.9 and 4.10. First the messages are held back from being sent; then the store
 * is read, which has by then whatever was sent of them before; then the cancellation is committed.
 */
public final class CancelSubmitted {

    private static final String HELD = "held";

    private final Cancellations cancellations;
    private final Function<String, Optional<StoredMessage>> byId;

    /** @param byId finds a message of any user */
    public CancelSubmitted(Cancellations cancellations, Function<String, Optional<StoredMessage>> byId) {
        this.cancellations = cancellations;
        this.byId = byId;
    }

    /** Until {@link #release}. */
    public void hold(@Variable("submitted") List<StoredMessage> submitted, Exchange exchange) {
        List<SmsMessage> held = new ArrayList<>();
        for (StoredMessage each : submitted) {
            if (cancellations.ask(each.message())) {
                held.add(each.message());
            }
        }
        exchange.setVariable(HELD, held);
    }

    /**
     * @param upToDate whether the store has what happened before they were held
     * @return those that wait
     * @throws RefusedSubmitException when none of them can be cancelled any more
     */
    public List<SmsMessage> waiting(
            @Variable(HELD) List<SmsMessage> held,
            @Variable("upToDate") boolean upToDate,
            @ExchangeProperty(SubmitBatches.REQUEST) SmppPdu request) {
        FindSubmitted.requireUpToDate(request, upToDate);
        List<SmsMessage> waiting = held.stream()
                .filter(message ->
                        byId.apply(message.id()).filter(CancelSubmitted::waits).isPresent())
                .toList();
        if (waiting.isEmpty()) {
            throw new RefusedSubmitException(FindSubmitted.failure(request), "It does not wait any more.");
        }
        return waiting;
    }

    private static boolean waits(StoredMessage message) {
        boolean unsent = message.state() == MessageState.PREPARING
                || message.state() == MessageState.SCHEDULED
                || message.state() == MessageState.SENDING;
        return unsent && message.submittedAt() == null && message.parts().isEmpty();
    }

    /** After the commit. Where one of several could not be cancelled, the command has failed. */
    public SmppPdu committed(
            @Variable("waiting") List<SmsMessage> cancelled,
            @Variable("submitted") List<StoredMessage> submitted,
            @ExchangeProperty(SubmitBatches.REQUEST) SmppPdu request) {
        cancelled.forEach(cancellations::cancelled);
        return request.answer(
                cancelled.size() == submitted.size() ? EsmeStatus.ESME_ROK : FindSubmitted.failure(request));
    }

    /** In any case: what is not cancelled may be sent. */
    public void release(@Variable(HELD) List<SmsMessage> held) {
        if (held != null) {
            held.forEach(cancellations::withdraw);
        }
    }
}
