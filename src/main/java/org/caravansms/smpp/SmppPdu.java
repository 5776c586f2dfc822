package org.caravansms.smpp;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PDU of SMPP 3.4 of either side, section 3.2. {@link ReadSmppPdu} and {@link WriteSmppPdu} know its octets. The arrays are not copied.
 *
 * @param type its command
 * @param status command_status, 0 in a request
 * @param sequence sequence_number, the same in a request and its answer
 * @param fields the mandatory fields; a missing one is empty or zero
 * @param tlvs the optional parameters by tag, section 5.3.2
 */
public record SmppPdu(PduType type, int status, int sequence, Map<PduField, Object> fields, Map<Integer, byte[]> tlvs) {

    public static SmppPdu of(PduType type, int sequence) {
        return new SmppPdu(type, 0, sequence, new EnumMap<>(PduField.class), new TreeMap<>());
    }

    /** @return an answer without any field */
    public SmppPdu answer(EsmeStatus answered) {
        return answer(type.response(), answered);
    }

    /** @return generic_nack, section 4.3.1 */
    public SmppPdu nack(EsmeStatus answered) {
        return answer(PduType.GENERIC_NACK, answered);
    }

    private SmppPdu answer(PduType answer, EsmeStatus answered) {
        return new SmppPdu(answer, answered.code(), sequence, new EnumMap<>(PduField.class), new TreeMap<>());
    }

    /** Sets a field of this PDU, which its maker has for itself still. */
    public SmppPdu with(PduField field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** Sets an optional parameter of this PDU. */
    public SmppPdu with(int tag, byte[] value) {
        tlvs.put(tag, value);
        return this;
    }

    /** @return a C-octet string, octets above 0x7F as ISO 8859-1 */
    public String text(PduField field) {
        return (String) get(field);
    }

    public int number(PduField field) {
        return (Integer) get(field);
    }

    public byte[] octets(PduField field) {
        return (byte[]) get(field);
    }

    /** @return the addresses of a submit_multi, or those that its answer refuses */
    public List<PduAddressee> addressees(PduField field) {
        return ((List<?>) get(field)).stream().map(PduAddressee.class::cast).toList();
    }

    Object get(PduField field) {
        return fields.getOrDefault(field, field.kind.missing);
    }

    /** Leaves texts, numbers and passwords out: a log line or an error may carry this. */
    @Override
    public String toString() {
        return type + "[status " + status + ", sequence_number " + sequence + "]";
    }
}
