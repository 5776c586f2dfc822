package org.caravansms.simulator;

/**
 * Who may bind to the SMSC for tests, demos and benchmarks.
 *
 * @param systemId the only system_id that may bind; null lets anybody bind
 * @param password the password a bind must have; null takes any
 */
public record BindCredentials(String systemId, String password) {
    BindCredentials withSystemId(String systemId) {
        return new BindCredentials(systemId, password);
    }

    BindCredentials withPassword(String password) {
        return new BindCredentials(systemId, password);
    }
}
