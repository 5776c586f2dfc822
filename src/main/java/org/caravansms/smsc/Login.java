package org.caravansms.smsc;

import org.caravansms.smpp.TonNpi;
import org.jsmpp.bean.BindType;

/**
 * The address of an SMSC and the login there, SMPP 3.4 section 4.1.
 *
 * @param host its name or address, looked up at each connect
 * @param port its port
 * @param systemId the system_id
 * @param password the password, never shown
 * @param systemType the system_type, usually empty
 * @param bind what to bind as
 * @param interfaceVersion the interface_version: 0x33, 0x34 or 0x50
 * @param addressRange the address_range, for which addresses the SMSC is to send, section 5.2.7; usually empty
 * @param rangeKind addr_ton and addr_npi, of that range
 */
public record Login(
        String host,
        int port,
        String systemId,
        String password,
        String systemType,
        BindMode bind,
        byte interfaceVersion,
        String addressRange,
        TonNpi rangeKind) {

    /** The kind of a bind, SMPP 3.4 section 2.2: to send, to receive, or both. */
    public enum BindMode {
        TRANSMITTER(BindType.BIND_TX),
        TRANSCEIVER(BindType.BIND_TRX),
        RECEIVER(BindType.BIND_RX);

        final BindType type;

        BindMode(BindType type) {
            this.type = type;
        }

        /** @return whether submit_sm may be sent on it */
        public boolean sends() {
            return this != RECEIVER;
        }
    }

    /** @return host and port, for people */
    public String address() {
        return host + ":" + port;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return systemId + "@" + address();
    }
}
