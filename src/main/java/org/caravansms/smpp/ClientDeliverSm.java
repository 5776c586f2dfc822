package org.caravansms.smpp;

/** A deliver_sm for a client of the SMPP server, SMPP 3.4 section 4.6.1, with its addresses. */
final class ClientDeliverSm {

    private ClientDeliverSm() {}

    /** @param to a number, a short code or a name, and so is the other; what is none of them has TON and NPI 0 */
    static SmppPdu between(String from, String to) {
        Address source = address(from);
        Address destination = address(to);
        return SmppPdu.of(PduType.DELIVER_SM, 0)
                .with(PduField.SOURCE_ADDR_TON, (int) source.ton())
                .with(PduField.SOURCE_ADDR_NPI, (int) source.npi())
                .with(PduField.SOURCE_ADDR, source.digits())
                .with(PduField.DEST_ADDR_TON, (int) destination.ton())
                .with(PduField.DEST_ADDR_NPI, (int) destination.npi())
                .with(PduField.DESTINATION_ADDR, destination.digits());
    }

    private static Address address(String number) {
        try {
            return Address.ofOriginator(number, Profile.STANDARD);
        } catch (IllegalArgumentException e) {
            return new Address((byte) 0, (byte) 0, number);
        }
    }
}
