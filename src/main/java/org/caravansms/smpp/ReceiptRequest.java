package org.caravansms.smpp;

/** Which receipts an SMSC is asked for with each submit_sm: its registered_delivery, SMPP 3.4 section 5.2.17. */
public enum ReceiptRequest {
    /** None at all. */
    NONE(0x00),
    /** One at the end, be it good or bad. */
    FINAL(0x01),
    /** One at an end that is a failure. */
    FAILURE(0x02),
    /** One at the end, and notifications on the way there. */
    INTERMEDIATE(0x11);

    private final int registeredDelivery;

    ReceiptRequest(int registeredDelivery) {
        this.registeredDelivery = registeredDelivery;
    }

    public int registeredDelivery() {
        return registeredDelivery;
    }
}
