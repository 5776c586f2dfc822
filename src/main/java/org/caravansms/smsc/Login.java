package org.caravansms.smsc;

/**
 * Where an SMSC is and who we are there, SMPP 3.4 section 4.1.
 *
 * @param host its name or address, looked up at each connect
 * @param port its port
 * @param systemId the system_id
 * @param password the password, never shown
 * @param systemType the system_type, usually empty
 * @param bind what to bind as
 */
public record Login(String host, int port, String systemId, String password, String systemType, BindMode bind) {

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
