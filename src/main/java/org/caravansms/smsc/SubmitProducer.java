package org.caravansms.smsc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.ObjLongConsumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.support.DefaultAsyncProducer;
import org.caravansms.smpp.CommandStatusTable;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.PendingRequest.LateAnswerException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSmResp;

/**
 * Submits the {@link SubmitPart} in the body on the present session of its link, and sets the header
 * {@code CamelSmppId} to the SMSC's message_id. No thread waits for the answer: the route goes on where it is read. Its
 * route's start starts the link, and its stop unbinds it.
 */
final class SubmitProducer extends DefaultAsyncProducer {

    private final SmppLink link;
    private final SubmitSmComposer composer;
    private final ObjLongConsumer<String> answered;

    SubmitProducer(
            SubmitEndpoint endpoint, SmppLink link, SubmitSmComposer composer, ObjLongConsumer<String> answered) {
        super(endpoint);
        this.link = link;
        this.composer = composer;
        this.answered = answered;
    }

    /**
     * The exchange fails with a {@link RefusedException} when the SMSC answered with an error, a
     * {@link NotSentException} when nothing was sent, an {@link InDoubtException} when the SMSC may have accepted it,
     * and an IllegalArgumentException when it fits no submit_sm.
     */
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            SubmitPart part = exchange.getMessage().getMandatoryBody(SubmitPart.class);
            link.boundSession()
                    .submit(sequenceNumber -> composer.octets(part, sequenceNumber))
                    .whenComplete((answer, failure) -> {
                        end(exchange, answer, failure);
                        callback.done(false);
                    });
            return false;
        } catch (Exception e) {
            exchange.setException(failure(e));
            callback.done(true);
            return true;
        }
    }

    private void end(Exchange exchange, Command answer, Throwable failure) {
        count(answer, failure);
        if (failure != null) {
            exchange.setException(failure(failure instanceof CompletionException e ? e.getCause() : failure));
        } else if (SmscSession.isAccepted(answer)) {
            exchange.getMessage().setHeader(SmppConstants.ID, List.of(((SubmitSmResp) answer).getMessageId()));
        } else {
            exchange.setException(refused(answer.getCommandStatus()));
        }
    }

    /** What was not sent is no submit_sm. */
    private void count(Command answer, Throwable failure) {
        if (answer != null) {
            answered.accept(link.provider().name(), Integer.toUnsignedLong(answer.getCommandStatus()));
        } else if (!(failure instanceof IOException || failure.getCause() instanceof IOException)) {
            answered.accept(link.provider().name(), SubmitComponent.NO_ANSWER);
        }
    }

    private RefusedException refused(int commandStatus) {
        RefusedException refused = refused(commandStatus, link.provider().statuses());
        if (refused.isOfTheSession()) {
            link.rebind();
        }
        return refused;
    }

    /** @return what the route gets for a command_status other than 0 */
    static RefusedException refused(int commandStatus, CommandStatusTable statuses) {
        CommandStatusTable.Entry status = statuses.get(commandStatus);
        return status.rule() == CommandStatusTable.Rule.THROTTLE
                ? new ThrottledException(commandStatus, status)
                : new RefusedException(commandStatus, status);
    }

    /** @return what the route gets for a failure without an answer */
    static RuntimeException failure(Throwable cause) {
        if (cause instanceof PDUException) {
            // without the exception's own text, which has the field's value: it may be the number
            return new IllegalArgumentException("It fits no submit_sm, SMPP 3.4 section 4.4.1");
        }
        return cause instanceof IOException ? new NotSentException(cause.toString()) : inDoubt(cause);
    }

    private static InDoubtException inDoubt(Throwable cause) {
        return cause instanceof LateAnswerException late
                ? new InDoubtException(late.getMessage(), late.answer().thenApply(SubmitProducer::messageId))
                : new InDoubtException(
                        cause instanceof InvalidResponseException ? cause.getMessage() : cause.toString());
    }

    private static Optional<String> messageId(Command answer) {
        return SmscSession.isAccepted(answer) && answer instanceof SubmitSmResp taken
                ? Optional.of(taken.getMessageId())
                : Optional.empty();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        link.start();
    }

    @Override
    protected void doStop() throws Exception {
        link.stop();
        super.doStop();
    }
}
