package org.caravansms.smppserver;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;
import org.caravansms.message.MessageProperties;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;

/**
 * A PDU on its way through the route.
 *
 * @param session where it came from, and where its answer goes
 */
record ReceivedSubmit(ClientSession session, SmppPdu pdu) {

    /** @return how many messages it may be */
    int messages() {
        return Math.max(1, pdu.addressees(PduField.DEST_ADDRESSES).size());
    }

    Exchange exchange(DefaultConsumer consumer) {
        Exchange exchange = consumer.createExchange(false);
        exchange.getMessage().setBody(pdu);
        exchange.setProperty(SubmitBatches.REQUEST, pdu);
        exchange.setProperty(MessageProperties.USER, session.user().name());
        exchange.setProperty(ReadSubmitSm.IDEMPOTENT, session.user().smpp().idempotent());
        exchange.setProperty(TakeParts.REASSEMBLE, session.user().smpp().reassemble() ? session.user() : null);
        return exchange;
    }

    /**
     * The answer leaves with the next flush of the session.
     *
     * @param left what the route left as its answer; anything else was not accepted
     */
    void answer(Object left, DefaultConsumer consumer) {
        SmppPdu error = pdu.answer(EsmeStatus.ESME_RSYSERR);
        boolean isAnswer =
                left instanceof SmppPdu answer && answer.type() == pdu.type().response();
        try {
            session.answerSubmit(isAnswer ? (SmppPdu) left : error);
        } catch (RuntimeException e) {
            consumer.getExceptionHandler().handleException("The answer to an SMPP client cannot be written", e);
            session.answerSubmit(error);
        }
    }
}
