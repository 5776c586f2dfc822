package org.caravansms.api;

/**
 * Somebody who may send.
 *
 * @param name the login name
 * @param passwordHash a bcrypt hash
 * @param originator the sender of a message that names none, or null for the gateway's default
 * @param loopbackOnly whether the user may log in from this machine only, as the sample user may
 */
public record User(String name, String passwordHash, String originator, boolean loopbackOnly) {

    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
