package org.caravansms.smpp;

/**
 * The place of a part in its message.
 *
 * @param reference the common reference of the parts, -1 for a whole message
 * @param number its place, from 1 on
 * @param count how many there are
 */
record Concatenation(int reference, int number, int count) {

    private static final Concatenation WHOLE = new Concatenation(-1, 1, 1);

    /** By its user data header, 3GPP TS 23.040 section 9.2.3.24, or by its parameters, SMPP 3.4 section 5.3.2.22 and on. */
    static Concatenation of(DeliverSm deliverSm) {
        Concatenation byHeader = ofHeader(deliverSm.header());
        return byHeader == WHOLE ? ofParameters(deliverSm) : byHeader;
    }

    private static Concatenation ofHeader(byte[] header) {
        byte[] narrow = UserDataHeader.element(header, UserDataHeader.CONCATENATED, 3);
        byte[] wide = UserDataHeader.element(header, UserDataHeader.CONCATENATED_16_BIT, 4);
        if (narrow != null) {
            return of(narrow[0] & 0xFF, narrow[2] & 0xFF, narrow[1] & 0xFF);
        }
        return wide == null ? WHOLE : of((wide[0] & 0xFF) << 8 | wide[1] & 0xFF, wide[3] & 0xFF, wide[2] & 0xFF);
    }

    private static Concatenation ofParameters(DeliverSm deliverSm) {
        return of(
                deliverSm.number(Tag.SAR_MSG_REF_NUM),
                deliverSm.number(Tag.SAR_SEGMENT_SEQNUM),
                deliverSm.number(Tag.SAR_TOTAL_SEGMENTS));
    }

    /** A part with contradicting numbers is a whole message. */
    private static Concatenation of(int reference, int number, int count) {
        return reference >= 0 && number >= 1 && number <= count && count > 1
                ? new Concatenation(reference, number, count)
                : WHOLE;
    }
}
