package org.caravansms.smpp;

/** The registered_delivery of each submit_sm: the receipts that the SMSC is to send, SMPP 3.4 section 5.2.17. */
public enum ReceiptRequest {
    /** None. */
    NONE(0x00),
    /** The final one. */
    FINAL(0x01),
    /** The final one of a failure. */
    FAILURE(0x02),
    /** The final one, and notifications before it. */
    INTERMEDIATE(0x11);

    private final int registeredDelivery;

    ReceiptRequest(int registeredDelivery) {
        this.registeredDelivery = registeredDelivery;
    }

    public int registeredDelivery() {
        return registeredDelivery;
    }
}
