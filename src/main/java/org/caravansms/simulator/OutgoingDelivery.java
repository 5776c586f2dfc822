package org.caravansms.simulator;

/**
 * A deliver_sm or data_sm that a {@link Simulator} sends to an ESME (SMPP 3.4 issue 1.2,
 * sections 4.6.1 and 4.7.1). The array is not copied: do not change it.
 *
 * @param kind what it is
 * @param id of a receipt the message_id as the receipt has it; of an inbound message its number, from 1 on
 * @param state of a receipt its state such as DELIVRD; of an inbound message the part, such as 2/3
 * @param commandId the command_id
 * @param body the PDU without its header
 */
public record OutgoingDelivery(DeliveryKind kind, String id, String state, int commandId, byte[] body) {
    Pdu pdu(int sequence) {
        return Pdu.of(commandId, sequence, body);
    }

    boolean isAnsweredBy(Pdu response) {
        return response.commandId() == CommandId.responseTo(commandId)
                || response.commandId() == CommandId.GENERIC_NACK;
    }

    /** For people: the kind, the id and the state. */
    @Override
    public String toString() {
        return kind.word() + " id=" + id + " " + state;
    }
}
