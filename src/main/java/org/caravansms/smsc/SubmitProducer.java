package org.caravansms.smsc;

import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.caravansms.smpp.CommandStatusTable;
import org.caravansms.smsc.PendingRequest.LateAnswerException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.SMPPSession;

/** Submits on the present session of its link. Its route's start starts the link, and its stop unbinds it. */
final class SubmitProducer extends DefaultProducer {

    private final SubmitEndpoint endpoint;
    private final SmppLink link;
    private volatile SubmitSmCommand last;

    SubmitProducer(SubmitEndpoint endpoint, SmppLink link) {
        super(endpoint);
        this.endpoint = endpoint;
        this.link = link;
    }

    /**
     * @throws RefusedException when the SMSC answered with an error
     * @throws NotSentException when nothing was sent
     * @throws InDoubtException when the SMSC may have accepted it
     */
    @Override
    public void process(Exchange exchange) {
        try {
            command(link.boundSession()).execute(exchange);
        } catch (Exception e) {
            RuntimeException failure = failure(e, link.provider().statuses());
            if (failure instanceof RefusedException no && no.isOfTheSession()) {
                link.rebind();
            }
            throw failure;
        }
    }

    /** One for each session: camel-smpp looks up two loggers for each command. */
    private SubmitSmCommand command(SMPPSession session) {
        SubmitSmCommand known = last;
        if (known == null || !known.isOf(session)) {
            known = new SubmitSmCommand(session, endpoint.getConfiguration());
            last = known;
        }
        return known;
    }

    /**
     * @param failure the exception of the endpoint
     * @param statuses the provider's
     * @return a {@link RefusedException}, {@link NotSentException}, {@link InDoubtException} or an
     *     IllegalArgumentException for what fits no submit_sm
     */
    static RuntimeException failure(Exception failure, CommandStatusTable statuses) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof NegativeResponseException no) {
            return refused(no.getCommandStatus(), statuses);
        }
        if (cause instanceof PDUException) {
            // without the exception's own text, which has the field's value: it may be the number
            return new IllegalArgumentException("It fits no submit_sm, SMPP 3.4 section 4.4.1");
        }
        return isNotSent(cause) ? new NotSentException(cause.toString()) : inDoubt(cause);
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

    private static RefusedException refused(int commandStatus, CommandStatusTable statuses) {
        CommandStatusTable.Entry status = statuses.get(commandStatus);
        return status.rule() == CommandStatusTable.Rule.THROTTLE
                ? new ThrottledException(commandStatus, status)
                : new RefusedException(commandStatus, status);
    }

    /** jSMPP refuses to write without a session; a write that fails is a SocketException, and may be half done. */
    private static boolean isNotSent(Throwable cause) {
        return cause instanceof NotSentException || cause instanceof IOException && !(cause instanceof SocketException);
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
