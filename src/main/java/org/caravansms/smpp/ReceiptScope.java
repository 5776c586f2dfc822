package org.caravansms.smpp;

/** How many receipts an SMSC sends for a message of several parts. */
public enum ReceiptScope {
    /** One for each part. */
    PART,
    /** One for all parts: only the last part asks for it. */
    MESSAGE
}
