package org.caravansms.simulator;

/** Which part of which message it is, in the ways there are to say it. */
record PartHeader(int reference, int parts, int part) {
    /** The bit of esm_class that announces a user data header (SMPP 3.4 issue 1.2, section 5.2.12). */
    static final int UDHI = 0x40;

    private static final int SAR_MSG_REF_NUM = 0x020C;
    private static final int SAR_TOTAL_SEGMENTS = 0x020E;
    private static final int SAR_SEGMENT_SEQNUM = 0x020F;

    /** With an 8-bit reference (3GPP TS 23.040, section 9.2.3.24.1). */
    PduBody udh8() {
        return new PduBody().octets(5, 0, 3, reference, parts, part);
    }

    /** With a 16-bit reference (section 9.2.3.24.8). */
    PduBody udh16() {
        return new PduBody().octets(6, 8, 4, reference >> 8, reference, parts, part);
    }

    byte[] before(PduBody header, byte[] octets) {
        return header.bytes(octets).bytes();
    }

    /** The optional parameters (SMPP 3.4 issue 1.2, sections 5.3.2.22 to 5.3.2.24). */
    PduBody sar(PduBody body) {
        return body.tlv(SAR_MSG_REF_NUM, new byte[] {(byte) (reference >> 8), (byte) reference})
                .tlv(SAR_TOTAL_SEGMENTS, new byte[] {(byte) parts})
                .tlv(SAR_SEGMENT_SEQNUM, new byte[] {(byte) part});
    }
}
