package org.caravansms.simulator;

import java.util.List;
import org.caravansms.simulator.Exchange.AnsweredDelivery;
import org.caravansms.simulator.ReceiptsToCome.PlannedReceipt;

/** The receiving side of one connection, once it is bound as a receiver or a transceiver. */
final class Reception {
    private final Service service;
    private final PduOutput output;
    private Receiver receiver;

    Reception(Service service, PduOutput output) {
        this.service = service;
        this.output = output;
    }

    /** Begins once the response to the bind left: an ESME expects nothing before it. */
    ResponseSequel begin(String systemId) {
        Mailbox mailbox = service.deliveries().mailbox(systemId);
        Receiver begun = new Receiver(systemId, mailbox, output, service);
        receiver = begun;
        return new ResponseSequel() {
            // before the response: a client that has it is the one that was bound last
            @Override
            public void beforeResponse() {
                service.deliveries().joined(mailbox);
            }

            @Override
            public void responseLeft() {
                begun.start();
            }
        };
    }

    /** The receipts for a submit_sm of this connection, for any session of its system_id. */
    ResponseSequel receipts(SubmitSm submitSm, String systemId, String messageId) {
        ReceiptPlanner planner = service.behaviour().receipts();
        List<PlannedReceipt> receipts = planner.plan(submitSm, messageId);
        if (receipts.isEmpty()) {
            return ResponseSequel.NONE;
        }
        Receiver notBy = planner.isElsewhere(submitSm) ? receiver : null;
        Mailbox mailbox = service.deliveries().mailbox(systemId);
        return new ReceiptsToCome(receipts, service.deliveries(), mailbox, notBy, planner.isBefore(submitSm));
    }

    /** The delivery that a response of the ESME answers; null for none. */
    AnsweredDelivery answered(Pdu response) {
        return receiver == null ? null : receiver.answered(response);
    }

    /** The connection is unbound or over. */
    void end() {
        if (receiver != null) {
            receiver.close();
            receiver = null;
        }
    }
}
