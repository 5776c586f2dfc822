package org.caravansms.smpp;

/** How many receipts an SMSC sends for a message of several parts. */
public enum ReceiptScope {
    /** One for each. */
    PART,
    /** One for all: it is asked for with the last part alone. */
    MESSAGE
}
