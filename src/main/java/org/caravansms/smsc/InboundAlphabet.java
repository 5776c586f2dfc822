package org.caravansms.smsc;

/** What data_coding 0 means of what an SMSC sends. */
public enum InboundAlphabet {
    /** As the provider's alphabet says; octets above 0x7F are UTF-8 where that is valid, and else Latin-1. */
    AUTO,
    /** GSM 03.38; octets above 0x7F, which it has not, as in AUTO. */
    GSM7,
    LATIN1,
    UTF8,
    UCS2
}
