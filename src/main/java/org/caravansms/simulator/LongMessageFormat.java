package org.caravansms.simulator;

/** How a message too long for one PDU is brought to the ESME. */
public enum LongMessageFormat {
    /** Parts with a user data header, an 8-bit reference (3GPP TS 23.040, section 9.2.3.24.1). */
    UDH8,
    /** Parts with a user data header, a 16-bit reference (section 9.2.3.24.8). */
    UDH16,
    /** Parts with the optional parameters sar_* (SMPP 3.4 issue 1.2, sections 5.3.2.22 to 5.3.2.24). */
    SAR,
    /** One PDU with a message_payload (section 5.3.2.32) of any length. */
    PAYLOAD
}
