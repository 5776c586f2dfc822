package org.caravansms.api;

import java.util.List;
import java.util.Set;

/**
 * A user, who may send messages.
 *
 * @param name the login name
 * @param passwordHash a bcrypt hash
 * @param originator the sender of a message that names none, or null for the gateway's default
 * @param originators the allowed senders, or their beginnings with a trailing {@code *}; none means any
 * @param limit the rate limit, or null
 * @param enabled whether the user may log in at all
 * @param loopbackOnly whether the user may log in from this machine only, as the sample user may
 * @param queue what the user may do as a client of the broker; none means that its login is refused
 * @param smpp what the user may do as a client of the SMPP server, or null when it may not bind
 */
public record User(
        String name,
        String passwordHash,
        String originator,
        List<String> originators,
        RateLimit limit,
        boolean enabled,
        boolean loopbackOnly,
        Set<QueueRight> queue,
        SmppAccess smpp) {

    /** What a client of the broker may do. */
    public enum QueueRight {
        /** Send messages to be sent as SMS. */
        SEND,
        /** Receive the events of the user's own messages. */
        RECEIVE
    }

    /** A user who is no client of the broker and none of the SMPP server. */
    public User(
            String name,
            String passwordHash,
            String originator,
            List<String> originators,
            RateLimit limit,
            boolean enabled,
            boolean loopbackOnly) {
        this(name, passwordHash, originator, originators, limit, enabled, loopbackOnly, Set.of(), null);
    }

    /**
     * Whether a message may name this sender. The gateway's default, for a message without one whose user has none
     * either, is not checked.
     */
    public boolean mayUse(String sender) {
        return originators.isEmpty()
                || sender.equals(originator)
                || originators.stream().anyMatch(allowed -> matches(allowed, sender));
    }

    private static boolean matches(String allowed, String sender) {
        return allowed.endsWith("*")
                ? sender.startsWith(allowed.substring(0, allowed.length() - 1))
                : sender.equals(allowed);
    }

    /** @return the same user, whose messages were counted before */
    public User withoutLimit() {
        return new User(name, passwordHash, originator, originators, null, enabled, loopbackOnly, queue, smpp);
    }

    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
