package org.caravansms.smsc;

/** What an SMSC takes data_coding 0 for, SMPP 3.4 section 5.2.19: each SMSC has a default alphabet of its own. */
public enum DefaultAlphabet {
    /** GSM 03.38, one septet an octet. */
    GSM7,
    /** ISO 8859-1. */
    LATIN1
}
