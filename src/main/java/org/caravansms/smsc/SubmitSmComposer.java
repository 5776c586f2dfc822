package org.caravansms.smsc;

import java.time.Clock;
import java.util.Map;
import org.caravansms.message.SmppField;
import org.caravansms.smpp.SubmitPart;
import org.jsmpp.PDUException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;

/**
 * The octets of a submit_sm, SMPP 3.4 section 4.4.1, by jSMPP.
 *
 * @param registeredDelivery for a message whose client did not set it
 * @param clock for the time that is left of a message's validity
 */
public record SubmitSmComposer(byte registeredDelivery, Clock clock) {

    private static final DefaultComposer COMPOSER = new DefaultComposer();
    private static final String AT_ONCE = "";

    /** @throws PDUException when a field is longer than the standard allows; its text has the field's value */
    public byte[] octets(SubmitPart part, int sequenceNumber) throws PDUException {
        Map<SmppField, Integer> asked = part.asked();
        return COMPOSER.submitSm(
                sequenceNumber,
                part.serviceType(),
                part.source().ton(),
                part.source().npi(),
                part.source().digits(),
                part.destination().ton(),
                part.destination().npi(),
                part.destination().digits(),
                part.esmClass(),
                asked.getOrDefault(SmppField.PROTOCOL_ID, (int) part.protocolId())
                        .byteValue(),
                part.priority(),
                AT_ONCE,
                part.validUntil() == null ? "" : part.validityPeriod(clock.instant()),
                asked.getOrDefault(SmppField.REGISTERED_DELIVERY, (int) registeredDelivery)
                        .byteValue(),
                asked.getOrDefault(SmppField.REPLACE_IF_PRESENT_FLAG, 0).byteValue(),
                part.dataCoding(),
                asked.getOrDefault(SmppField.SM_DEFAULT_MSG_ID, 0).byteValue(),
                part.shortMessage(),
                tlvs(part));
    }

    private static OptionalParameter[] tlvs(SubmitPart part) {
        return part.tlvs().entrySet().stream()
                .map(tlv -> new OptionalParameter.OctetString(tlv.getKey().shortValue(), tlv.getValue()))
                .toArray(OptionalParameter[]::new);
    }
}
