package org.caravansms.smpp;

/** How a message too long for one short_message is sent, SMPP 3.4 sections 5.2.22, 5.3.2.22 to 24 and 5.3.2.32. */
public enum LongMessages {
    /** In parts, each with a user data header whose reference has 8 bits, 3GPP TS 23.040 section 9.2.3.24.1. */
    UDH,
    /** In parts, each with a user data header whose reference has 16 bits, 3GPP TS 23.040 section 9.2.3.24.8. */
    UDH16,
    /** In parts, each with sar_msg_ref_num, sar_total_segments and sar_segment_seqnum. */
    SAR,
    /** Whole, in message_payload: the SMSC cuts it. */
    PAYLOAD
}
