package org.caravansms.smpp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.smpp.Profile.LongMessages;

/** The parts of a payload in the way of a provider, SMPP 3.4 sections 5.2.22, 5.3.2.22 to 24 and 5.3.2.32. */
final class Parts {

    private static final byte[] NOTHING = {};
    private static final int HIGH_SURROGATE = 0xD8;
    private static final int SURROGATE_MASK = 0xFC;

    /** The content of a submit_sm. */
    record Part(byte[] shortMessage, Map<Integer, byte[]> tlvs, boolean hasHeader) {}

    private final Payload payload;
    private final LongMessages way;
    private final int[] ends;

    /** @throws RejectedMessageException when its header leaves no room, or has the number of a part already */
    Parts(Payload payload, LongMessages way) {
        this.payload = payload;
        this.way = way;
        this.ends = payload.isOnePart() ? new int[] {payload.octets().length} : ends();
    }

    /** @return the messages that arrive at the handset, to be joined there */
    int count() {
        return ends.length;
    }

    /** @param reference the common reference of the parts, 0 to 65,535; a short one is its lower 8 bits */
    List<Part> get(int reference) {
        if (ends.length == 1) {
            return List.of(new Part(whole(), Map.of(), payload.hasHeader()));
        }
        return way == LongMessages.PAYLOAD
                ? List.of(new Part(NOTHING, Map.of(Tag.MESSAGE_PAYLOAD, whole()), payload.hasHeader()))
                : IntStream.range(0, ends.length)
                        .mapToObj(i -> part(reference, i))
                        .toList();
    }

    private byte[] whole() {
        return payload.shortMessage(payload.header(), 0, payload.octets().length);
    }

    private Part part(int reference, int index) {
        boolean sar = way == LongMessages.SAR;
        byte[] header = sar ? payload.header() : header(reference, index + 1);
        byte[] slice = payload.shortMessage(header, index == 0 ? 0 : ends[index - 1], ends[index]);
        return new Part(slice, sar ? sar(reference, index + 1) : Map.of(), header.length > 0);
    }

    private byte[] header(int reference, int number) {
        return UserDataHeader.concatenation(
                way == LongMessages.UDH16, payload.header(), reference, ends.length, number);
    }

    private Map<Integer, byte[]> sar(int reference, int number) {
        Map<Integer, byte[]> tlvs = new LinkedHashMap<>();
        tlvs.put(Tag.SAR_MSG_REF_NUM, new byte[] {(byte) (reference >> Byte.SIZE), (byte) reference});
        tlvs.put(Tag.SAR_TOTAL_SEGMENTS, new byte[] {(byte) ends.length});
        tlvs.put(Tag.SAR_SEGMENT_SEQNUM, new byte[] {(byte) number});
        return tlvs;
    }

    /** Where the SMSC makes the header, of sar_* or of message_payload, there must be room for it too. */
    private int[] ends() {
        int header = UserDataHeader.concatenatedLength(payload.header(), way == LongMessages.UDH16);
        int capacity = payload.alphabet().capacity(header);
        if (capacity < 2 || UserDataHeader.isConcatenated(payload.header())) {
            throw new RejectedMessageException(
                    Fault.TEXT_TOO_LONG,
                    "messagedata does not fit one part, and its user data header leaves no room for the number of a"
                            + " part or has one already.");
        }
        return ends(capacity);
    }

    /** @return the index after each slice of at most so many octets, which are 2 or more */
    private int[] ends(int capacity) {
        int length = payload.octets().length;
        IntStream.Builder ends = IntStream.builder();
        int end = 0;
        while (end < length) {
            int next = end + capacity;
            end = next >= length ? length : next - octetsOfCutCharacter(end, next);
            ends.add(end);
        }
        return ends.build().toArray();
    }

    /** A character of two septets or two code units stays whole, 3GPP TS 23.038 section 6.2.1.1. */
    private int octetsOfCutCharacter(int from, int end) {
        return switch (payload.alphabet()) {
            case GSM7 -> escapesAtEnd(from, end) % 2;
            case UCS2 -> end - from > 2 && (payload.octets()[end - 2] & SURROGATE_MASK) == HIGH_SURROGATE ? 2 : 0;
            default -> 0;
        };
    }

    /** Of an even number each second one is escaped itself. */
    private int escapesAtEnd(int from, int end) {
        int escapes = 0;
        while (end - escapes > from && payload.octets()[end - escapes - 1] == SeptetTable.ESCAPE) {
            escapes++;
        }
        return escapes;
    }
}
