package org.caravansms.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caravansms.simulator.ReceiptsToCome.PlannedReceipt;

/** The session state of one connection, which decides the answers to its ESME (SMPP 3.4 issue 1.2, section 2.2). */
final class Session {
    private static final int OPEN = 0;

    private final Service service;
    private final PduOutput output;
    private final Behaviour behaviour;
    private final Answers answers;
    /** Once it is bound as a receiver or a transceiver. */
    private Receiver receiver;

    /** The command_id of the bind that was accepted. */
    private int bound = OPEN;

    private String systemId;

    Session(Service service, PduOutput output) {
        this.service = service;
        this.output = output;
        this.behaviour = service.behaviour();
        this.answers = behaviour.answersOfConnection();
    }

    /** The system_id of the last bind; null before one. */
    String systemId() {
        return systemId;
    }

    Exchange receive(Pdu pdu) {
        try {
            return switch (pdu.commandId()) {
                case CommandId.SUBMIT_SM -> submitSm(pdu);
                default -> pdu.isResponse() ? response(pdu) : exchange(pdu, answer(pdu));
            };
        } catch (MalformedPdu e) {
            return exchange(pdu, Response.of(pdu, e.commandStatus));
        }
    }

    private Exchange exchange(Pdu pdu, Response response) {
        return new Exchange(Exchange.micros(), systemId, pdu, null, response, null);
    }

    private Exchange response(Pdu pdu) {
        DueDelivery answered = receiver == null ? null : receiver.answered(pdu);
        return new Exchange(Exchange.micros(), systemId, pdu, null, null, answered);
    }

    private Exchange submitSm(Pdu pdu) throws MalformedPdu {
        long received = Exchange.micros();
        SubmitSm submitSm = SubmitSm.parse(pdu);
        Response response = Response.submitSm(pdu, answer(submitSm), service.options().receipts.idForm);
        return new Exchange(received, systemId, pdu, submitSm, withReceipts(submitSm, response), null);
    }

    private Response withReceipts(SubmitSm submitSm, Response response) {
        ReceiptPlanner planner = behaviour.receipts;
        List<PlannedReceipt> receipts =
                response.pdu().isAccepted() ? planner.plan(submitSm, response.messageId()) : List.of();
        if (receipts.isEmpty()) {
            return response;
        }
        OutgoingDeliveries deliveries = service.deliveries();
        Mailbox mailbox = deliveries.mailbox(systemId);
        Receiver notBy = planner.isElsewhere(submitSm) ? receiver : null;
        boolean early = planner.isBefore(submitSm);
        return response.withSequel(
                new ReceiptsToCome(receipts, deliveries, mailbox, notBy, early, new AtomicBoolean()));
    }

    private SubmitAnswer answer(SubmitSm submitSm) {
        boolean maySubmit = bound == CommandId.BIND_TRANSMITTER || bound == CommandId.BIND_TRANSCEIVER;
        return maySubmit ? answers.answer(submitSm) : SubmitAnswer.of(CommandStatus.ESME_RINVBNDSTS);
    }

    private Response answer(Pdu pdu) throws MalformedPdu {
        return switch (pdu.commandId()) {
            case CommandId.BIND_RECEIVER, CommandId.BIND_TRANSMITTER, CommandId.BIND_TRANSCEIVER -> bind(pdu);
            case CommandId.ENQUIRE_LINK ->
                service.options().faults.silentEnquireLink ? null : Response.of(pdu, CommandStatus.ESME_ROK);
            case CommandId.UNBIND -> unbind(pdu);
            default -> Response.genericNack(pdu, CommandStatus.ESME_RINVCMDID);
        };
    }

    private Response bind(Pdu pdu) throws MalformedPdu {
        Bind bind = Bind.parse(pdu);
        return bound == OPEN ? bind(pdu, bind) : Response.bind(pdu, CommandStatus.ESME_RALYBND);
    }

    private Response bind(Pdu pdu, Bind bind) {
        systemId = bind.systemId();
        BindFault fault = behaviour.nextBindFault();
        return fault == null ? withDeliveries(Response.bind(pdu, check(pdu, bind))) : fault.response(pdu);
    }

    private Response withDeliveries(Response response) {
        if (bound != CommandId.BIND_RECEIVER && bound != CommandId.BIND_TRANSCEIVER) {
            return response;
        }
        receiver = new Receiver(systemId, output, service);
        return response.withSequel(receiver);
    }

    private int check(Pdu pdu, Bind bind) {
        int status = bind.check(service.options());
        bound = status == CommandStatus.ESME_ROK ? pdu.commandId() : OPEN;
        return status;
    }

    // the connection stays: closing it is up to the ESME, after the unbind_resp
    private Response unbind(Pdu pdu) {
        int status = bound == OPEN ? CommandStatus.ESME_RINVBNDSTS : CommandStatus.ESME_ROK;
        bound = OPEN;
        close();
        return Response.of(pdu, status);
    }

    /** The connection is unbound or over. */
    void close() {
        if (receiver != null) {
            receiver.close();
            receiver = null;
        }
    }
}
