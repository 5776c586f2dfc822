package org.caravansms.api;

import java.net.InetAddress;
import java.util.List;

/**
 * What a user may do as a client of the SMPP server.
 *
 * @param passwordHash a bcrypt hash of the password of its binds
 * @param binds the most binds at a time
 * @param window the most requests of a bind that wait for their answers
 * @param idempotent whether its user_message_reference is the client's id of a message
 * @param reassemble whether the parts of its long messages are joined
 * @param addresses from where the user may bind; none means anywhere
 */
public record SmppAccess(
        String passwordHash,
        int binds,
        int window,
        boolean idempotent,
        boolean reassemble,
        List<AddressRange> addresses) {

    public boolean mayBindFrom(InetAddress address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
    }

    /** Without the password's hash. */
    @Override
    public String toString() {
        return "SmppAccess[" + binds + " binds]";
    }
}
