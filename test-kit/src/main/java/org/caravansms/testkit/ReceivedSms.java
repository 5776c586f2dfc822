package org.caravansms.testkit;

import org.caravansms.simulator.SubmitSm;

/**
 * A submit_sm as the SMSC received it. A long message comes as one for each part.
 *
 * @param from the source_addr
 * @param to the destination_addr
 * @param text its short_message or message_payload as text
 * @param pdu all of it
 */
public record ReceivedSms(String from, String to, String text, SubmitSm pdu) {

    static ReceivedSms of(SubmitSm pdu) {
        return new ReceivedSms(pdu.source().addr(), pdu.destination().addr(), pdu.text(), pdu);
    }
}
