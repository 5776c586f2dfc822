package org.caravansms.smsc;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.component.smpp.SmppConstants;
import org.caravansms.message.SmsMessage;
import org.jsmpp.bean.ESMClass;

/**
 * Turns a message into what the SMPP endpoint sends, SMPP 3.4 section 4.4.1. The endpoint gets octets and never text:
 * it would guess the alphabet. Headers are built here from the message alone, on an otherwise empty set.
 */
public final class PrepareSubmitSm {

    public void prepare(SmsMessage sms, Exchange exchange) {
        Payload payload = MessageTypes.payload(sms);
        Message to = exchange.getMessage();
        to.removeHeaders("*");
        addresses(sms, to);
        to.setHeader(SmppConstants.DATA_CODING, payload.dataCoding());
        to.setHeader(SmppConstants.PROTOCOL_ID, payload.protocolId());
        to.setHeader(SmppConstants.ESM_CLASS, new ESMClass(payload.esmClass()));
        // one octet a character is what the endpoint leaves alone; for 8-bit data it asks Camel for the octets
        to.setBody(new String(payload.shortMessage(), StandardCharsets.ISO_8859_1));
        exchange.setProperty(ExchangePropertyKey.CHARSET_NAME, StandardCharsets.ISO_8859_1.name());
    }

    private static void addresses(SmsMessage sms, Message to) {
        Address source = Address.ofOriginator(sms.originator());
        Address destination = Address.ofNumber(sms.recipient());
        to.setHeader(SmppConstants.SOURCE_ADDR_TON, source.ton());
        to.setHeader(SmppConstants.SOURCE_ADDR_NPI, source.npi());
        to.setHeader(SmppConstants.SOURCE_ADDR, source.digits());
        to.setHeader(SmppConstants.DEST_ADDR_TON, destination.ton());
        to.setHeader(SmppConstants.DEST_ADDR_NPI, destination.npi());
        to.setHeader(SmppConstants.DEST_ADDR, destination.digits());
    }
}
