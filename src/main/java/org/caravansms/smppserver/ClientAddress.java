package org.caravansms.smppserver;

import java.util.Map;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;

/**
 * An address of a client's PDU, as people write it: an international number with a plus. The provider's own TON and NPI
 * replace those of the client, but for kinds that a written address does not show, SMPP 3.4 sections 5.2.5 and 5.2.6.
 *
 * @param written the address
 */
record ClientAddress(String written, int ton, int npi) {

    private static final int UNKNOWN = 0;
    private static final int INTERNATIONAL = 1;
    private static final int ALPHANUMERIC = 5;

    static ClientAddress source(SmppPdu pdu) {
        return of(
                pdu.text(PduField.SOURCE_ADDR),
                pdu.number(PduField.SOURCE_ADDR_TON),
                pdu.number(PduField.SOURCE_ADDR_NPI));
    }

    static ClientAddress destination(SmppPdu pdu) {
        return of(
                pdu.text(PduField.DESTINATION_ADDR),
                pdu.number(PduField.DEST_ADDR_TON),
                pdu.number(PduField.DEST_ADDR_NPI));
    }

    private static ClientAddress of(String address, int ton, int npi) {
        boolean bare = ton == INTERNATIONAL && address.matches("[1-9][0-9]*");
        return new ClientAddress(bare ? "+" + address : address, ton, npi);
    }

    void putTonNpi(String name, Map<String, Object> fields) {
        if (!written.isEmpty() && !isSeen()) {
            fields.put(name + "_ton", ton);
            fields.put(name + "_npi", npi);
        }
    }

    private boolean isSeen() {
        return ton == UNKNOWN || ton == INTERNATIONAL || ton == ALPHANUMERIC && !written.matches("\\+?[0-9]+");
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "ClientAddress[" + ton + "/" + npi + "]";
    }
}
