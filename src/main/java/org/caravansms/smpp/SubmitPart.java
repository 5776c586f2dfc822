package org.caravansms.smpp;

import java.time.Instant;
import java.util.Map;
import org.caravansms.message.SmppField;

/**
 * The fields of one submit_sm, SMPP 3.4 section 4.4.1: a message or one of its parts. The arrays are not copied.
 *
 * @param number which part it is, 1 for the first
 * @param of how many submit_sm the message takes
 * @param source source_addr, with its ton and npi
 * @param destination destination_addr, with its ton and npi
 * @param serviceType service_type, empty for the SMSC's default
 * @param esmClass esm_class, with 0x40 where short_message or message_payload begins with a user data header
 * @param protocolId protocol_id
 * @param dataCoding data_coding
 * @param priority priority_flag, 0 to 3
 * @param validUntil when the message expires, or null
 * @param validity the form of validity_period
 * @param shortMessage short_message, at most 254 octets
 * @param tlvs optional parameters, their values by their tags, section 5.3.2
 * @param asked the fields that the client set itself
 */
public record SubmitPart(
        int number,
        int of,
        Address source,
        Address destination,
        String serviceType,
        byte esmClass,
        byte protocolId,
        byte dataCoding,
        byte priority,
        Instant validUntil,
        ValidityFormat validity,
        byte[] shortMessage,
        Map<Integer, byte[]> tlvs,
        Map<SmppField, Integer> asked) {

    /** @return validity_period, empty for the SMSC's default */
    public String validityPeriod(Instant now) {
        return validity.period(validUntil, now);
    }

    /** Leaves the text and the numbers out: a log line or an error may carry this. */
    @Override
    public String toString() {
        return "SubmitPart[" + number + " of " + of + "]";
    }
}
