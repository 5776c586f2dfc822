package org.caravansms.simulator;

/** The session state of one connection, which decides the answers to its ESME (SMPP 3.4 issue 1.2, section 2.2). */
final class Session {
    private static final int OPEN = 0;

    private final SimulatorOptions options;
    private final Behaviour behaviour;
    private final Answers answers;
    private final Reception reception;
    /** The command_id of the bind that was accepted. */
    private int bound = OPEN;

    private String systemId;

    Session(Service service, PduOutput output) {
        this.options = service.options();
        this.behaviour = service.behaviour();
        this.answers = behaviour.answersOfConnection();
        this.reception = new Reception(service, output);
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
            return exchange(pdu, Response.of(pdu, e.commandStatus()));
        }
    }

    private Exchange exchange(Pdu pdu, Response response) {
        return new Exchange(Exchange.micros(), systemId, pdu, null, response, null);
    }

    private Exchange response(Pdu pdu) {
        return new Exchange(Exchange.micros(), systemId, pdu, null, null, reception.answered(pdu));
    }

    private Exchange submitSm(Pdu pdu) throws MalformedPdu {
        long received = Exchange.micros();
        SubmitSm submitSm = SubmitSm.parse(pdu);
        Response response =
                Response.submitSm(pdu, answer(submitSm), behaviour.receipts().idForm());
        return new Exchange(received, systemId, pdu, submitSm, withReceipts(submitSm, response), null);
    }

    private Response withReceipts(SubmitSm submitSm, Response response) {
        return response.isAccepted()
                ? response.withSequel(reception.receipts(submitSm, systemId, response.messageId()))
                : response;
    }

    private SubmitAnswer answer(SubmitSm submitSm) {
        boolean maySubmit = bound == CommandId.BIND_TRANSMITTER || bound == CommandId.BIND_TRANSCEIVER;
        return maySubmit ? answers.answer(submitSm) : SubmitAnswer.of(CommandStatus.ESME_RINVBNDSTS);
    }

    private Response answer(Pdu pdu) throws MalformedPdu {
        return switch (pdu.commandId()) {
            case CommandId.BIND_RECEIVER, CommandId.BIND_TRANSMITTER, CommandId.BIND_TRANSCEIVER -> bind(pdu);
            case CommandId.ENQUIRE_LINK ->
                behaviour.isEnquireLinkSilent() ? null : Response.of(pdu, CommandStatus.ESME_ROK);
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
        boolean receives = bound == CommandId.BIND_RECEIVER || bound == CommandId.BIND_TRANSCEIVER;
        return receives ? response.withSequel(reception.begin(systemId)) : response;
    }

    private int check(Pdu pdu, Bind bind) {
        int status = bind.check(options.systemId, options.password);
        bound = status == CommandStatus.ESME_ROK ? pdu.commandId() : OPEN;
        return status;
    }

    // the connection stays: closing it is up to the ESME, after the unbind_resp
    private Response unbind(Pdu pdu) {
        int status = bound == OPEN ? CommandStatus.ESME_RINVBNDSTS : CommandStatus.ESME_ROK;
        bound = OPEN;
        reception.end();
        return Response.of(pdu, status);
    }

    /** The connection is over. */
    void close() {
        reception.end();
    }
}
