package org.caravansms.broker.access;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names on the broker that belong to one user, as {@code docs/broker.md} promises them. A slash is in no user's name,
 * so that no name belongs to two users.
 *
 * @param user the name of the user
 */
record ClientNames(String user) {

    /** Before the user's name: the address of the user's events. */
    static final String EVENTS = "sms.user-events.";

    /** Before the user's name: reports go here, where a client has no temporary queues, as over STOMP. */
    static final String REPLY = "sms.reply.";

    /** The queue of messages to be sent as SMS. */
    static final String SUBMIT = "sms.submit";

    private static final Pattern GENERATED = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @return whether clients make such names for temporary queues and subscriptions */
    static boolean isGenerated(String name) {
        return GENERATED.matcher(name).matches();
    }

    boolean isEvents(String address) {
        return address.equals(EVENTS + user);
    }

    /** {@code sms.reply.<user>}, or the same and a slash and any name. */
    boolean isReply(String address) {
        return address.equals(REPLY + user) || address.startsWith(REPLY + user + "/");
    }

    /**
     * A durable or shared subscription. JMS clients prefix it with their client id and a dot; Artemis's own client puts a
     * backslash before each dot of the client id.
     */
    boolean isSubscription(String queue) {
        String escaped = user.replace(".", "\\.");
        return Stream.of(user + "/", user + ".", escaped + "/", escaped + ".").anyMatch(queue::startsWith);
    }
}
