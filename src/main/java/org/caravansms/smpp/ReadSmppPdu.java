package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads PDUs of either side by the fields of their {@link PduType}. */
public final class ReadSmppPdu {

    /** The header: command_length, command_id, command_status and sequence_number, section 3.2. */
    public static final int HEADER = 16;

    private static final int SME = 1;

    private ReadSmppPdu() {}

    /**
     * @param octets a whole PDU, at least its header
     * @throws UnreadablePduException with the command_status for its sender
     */
    public static SmppPdu of(byte[] octets) throws UnreadablePduException {
        ByteBuffer header = ByteBuffer.wrap(octets);
        PduType type = PduType.of(header.getInt(4));
        int sequence = header.getInt(12);
        if (type == null) {
            throw new UnreadablePduException(PduType.GENERIC_NACK, sequence, EsmeStatus.ESME_RINVCMDID);
        }
        PduInput in = new PduInput(octets, HEADER);
        Map<PduField, Object> fields = fields(type, sequence, in);
        Map<Integer, byte[]> tlvs = new TreeMap<>(in.parameters());
        if (!in.isWhole() && !type.isResponse()) {
            throw unreadable(type, sequence, EsmeStatus.ESME_RINVOPTPARSTREAM);
        }
        return new SmppPdu(type, header.getInt(8), sequence, fields, tlvs);
    }

    /** An answer may have no body, half of one or a wrong one: its status counts all the same. */
    private static Map<PduField, Object> fields(PduType type, int sequence, PduInput in) throws UnreadablePduException {
        Map<PduField, Object> fields = new EnumMap<>(PduField.class);
        for (PduField field : type.fields()) {
            Object value = value(field, in);
            if (!in.isWhole() && !type.isResponse()) {
                throw unreadable(type, sequence, EsmeStatus.ESME_RINVCMDLEN);
            }
            if (isTooLong(field, value) && !type.isResponse()) {
                throw unreadable(type, sequence, field.fault);
            }
            fields.put(field, value);
        }
        return fields;
    }

    private static UnreadablePduException unreadable(PduType type, int sequence, EsmeStatus status) {
        return new UnreadablePduException(type.response(), sequence, status);
    }

    private static boolean isTooLong(PduField field, Object value) {
        return value instanceof String text && text.length() > field.most
                || value instanceof byte[] octets && octets.length > field.most;
    }

    private static Object value(PduField field, PduInput in) {
        return switch (field.kind) {
            case TEXT -> in.cString();
            case OCTET -> in.octet();
            case MESSAGE -> in.octets(in.octet());
            case DESTINATIONS -> addressees(in, ReadSmppPdu::destination);
            case FAILURES -> addressees(in, ReadSmppPdu::failure);
        };
    }

    private interface ReadAddressee {
        PduAddressee read(PduInput in);
    }

    private static List<PduAddressee> addressees(PduInput in, ReadAddressee entry) {
        int count = in.octet();
        List<PduAddressee> addressees = new ArrayList<>(count);
        for (int i = 0; i < count && in.isWhole(); i++) {
            addressees.add(entry.read(in));
        }
        return addressees;
    }

    private static PduAddressee destination(PduInput in) {
        return in.octet() == SME ? new PduAddressee(address(in), "", 0) : new PduAddressee(null, in.cString(), 0);
    }

    private static PduAddressee failure(PduInput in) {
        Address address = address(in);
        return new PduAddressee(
                address, "", ByteBuffer.wrap(Arrays.copyOf(in.octets(4), 4)).getInt());
    }

    private static Address address(PduInput in) {
        return new Address((byte) in.octet(), (byte) in.octet(), in.cString());
    }
}
