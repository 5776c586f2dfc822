package org.caravansms.simulator;

/**
 * Who may bind to the SMSC for tests, demos and benchmarks.
 *
 * @param systemId the only system_id that may bind; null lets anybody bind
 * @param password the password a bind must have; null takes any
 */
public record Credentials(String systemId, String password) {
    Credentials withSystemId(String systemId) {
        return new Credentials(systemId, password);
    }

    Credentials withPassword(String password) {
        return new Credentials(systemId, password);
    }
}
