package org.caravansms.smsc;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.smpp.SmppConstants;
import org.caravansms.message.SmsMessage;

/**
 * Turns a message into what the SMPP endpoint sends, SMPP 3.4 section 4.4.1. The endpoint gets octets and never text:
 * it would guess the alphabet. Headers are built here from the message alone, on an otherwise empty set.
 */
public final class PrepareSubmitSm {

    public void prepare(SmsMessage sms, Exchange exchange) {
        EncodedText text = EncodedText.of(sms.text());
        Address source = Address.ofOriginator(sms.originator());
        Address destination = Address.ofNumber(sms.recipient());
        Message to = exchange.getMessage();
        to.removeHeaders("*");
        to.setHeader(SmppConstants.DATA_CODING, text.encoding().dataCoding());
        to.setHeader(SmppConstants.SOURCE_ADDR_TON, source.ton());
        to.setHeader(SmppConstants.SOURCE_ADDR_NPI, source.npi());
        to.setHeader(SmppConstants.SOURCE_ADDR, source.digits());
        to.setHeader(SmppConstants.DEST_ADDR_TON, destination.ton());
        to.setHeader(SmppConstants.DEST_ADDR_NPI, destination.npi());
        to.setHeader(SmppConstants.DEST_ADDR, destination.digits());
        // one octet a character is what the endpoint leaves alone; bytes it would take for 8-bit data
        to.setBody(new String(text.octets(), StandardCharsets.ISO_8859_1));
    }
}
