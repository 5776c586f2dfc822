package org.caravansms.smsc;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.component.smpp.SmppConstants;
import org.caravansms.message.SmppField;
import org.caravansms.smpp.SubmitPart;
import org.jsmpp.bean.ESMClass;

/**
 * Turns a part into what the SMPP endpoint sends, SMPP 3.4 section 4.4.1. The endpoint gets octets and never text: it
 * would guess the alphabet. Headers are built here from the part alone, on an otherwise empty set.
 */
public final class PrepareSubmitSm {

    private static final Map<SmppField, String> HEADERS = Map.of(
            SmppField.REGISTERED_DELIVERY, SmppConstants.REGISTERED_DELIVERY,
            SmppField.PROTOCOL_ID, SmppConstants.PROTOCOL_ID,
            SmppField.REPLACE_IF_PRESENT_FLAG, SmppConstants.REPLACE_IF_PRESENT_FLAG,
            SmppField.SM_DEFAULT_MSG_ID, SubmitSmCommand.SM_DEFAULT_MSG_ID);

    private final Clock clock;

    /** @param clock tells how much of a message's validity is left */
    public PrepareSubmitSm(Clock clock) {
        this.clock = clock;
    }

    public void prepare(SubmitPart part, Exchange exchange) {
        Message to = exchange.getMessage();
        to.removeHeaders("*");
        addresses(part, to);
        fields(part, to);
        asked(part.asked(), to);
        if (!part.tlvs().isEmpty()) {
            to.setHeader(SmppConstants.OPTIONAL_PARAMETER, tlvs(part));
        }
        // one octet a character is what the endpoint leaves alone; for 8-bit data it asks Camel for the octets
        to.setBody(new String(part.shortMessage(), StandardCharsets.ISO_8859_1));
        exchange.setProperty(ExchangePropertyKey.CHARSET_NAME, StandardCharsets.ISO_8859_1.name());
    }

    private static void addresses(SubmitPart part, Message to) {
        to.setHeader(SmppConstants.SOURCE_ADDR_TON, part.source().ton());
        to.setHeader(SmppConstants.SOURCE_ADDR_NPI, part.source().npi());
        to.setHeader(SmppConstants.SOURCE_ADDR, part.source().digits());
        to.setHeader(SmppConstants.DEST_ADDR_TON, part.destination().ton());
        to.setHeader(SmppConstants.DEST_ADDR_NPI, part.destination().npi());
        to.setHeader(SmppConstants.DEST_ADDR, part.destination().digits());
    }

    private void fields(SubmitPart part, Message to) {
        to.setHeader(SmppConstants.SERVICE_TYPE, part.serviceType());
        to.setHeader(SmppConstants.ESM_CLASS, new ESMClass(part.esmClass()));
        to.setHeader(SmppConstants.PROTOCOL_ID, part.protocolId());
        to.setHeader(SmppConstants.PRIORITY_FLAG, part.priority());
        to.setHeader(SmppConstants.DATA_CODING, part.dataCoding());
        if (part.validUntil() != null) {
            to.setHeader(SmppConstants.VALIDITY_PERIOD, part.validityPeriod(clock.instant()));
        }
    }

    /** What the client leaves open is as the endpoint's options say. */
    private static void asked(Map<SmppField, Integer> asked, Message to) {
        if (!asked.isEmpty()) {
            HEADERS.forEach((field, header) -> {
                if (asked.containsKey(field)) {
                    to.setHeader(header, asked.get(field).byteValue());
                }
            });
        }
    }

    /** Octets are what the endpoint leaves alone here, too. */
    private static Map<Short, byte[]> tlvs(SubmitPart part) {
        Map<Short, byte[]> tlvs = new LinkedHashMap<>();
        part.tlvs().forEach((tag, value) -> tlvs.put(tag.shortValue(), value));
        return tlvs;
    }
}
