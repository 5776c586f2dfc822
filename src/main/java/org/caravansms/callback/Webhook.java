package org.caravansms.callback;

import java.util.Set;

/**
 * A URL that hears of events of all users.
 *
 * @param name its name in the settings
 * @param url where each event is posted to
 * @param topics what it hears of: {@code receipts}, {@code inbound}, or both
 * @param secret signs what is posted; empty for no signature
 */
public record Webhook(String name, String url, Set<String> topics, String secret) {

    public static final String RECEIPTS = "receipts";
    public static final String INBOUND = "inbound";

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Webhook[" + name + "]";
    }
}
