package org.caravansms.smsc;

/**
 * How what a provider's SMSC sends is to be understood.
 *
 * @param receiptsPer how many receipts a message of several parts has
 * @param alphabet what data_coding 0 means of messages from handsets
 */
public record FromSmsc(ReceiptsPer receiptsPer, InboundAlphabet alphabet) {

    /** What a block of settings has unless it says otherwise. */
    public static final FromSmsc STANDARD = new FromSmsc(ReceiptsPer.PART, InboundAlphabet.AUTO);
}
