package org.caravansms.callback;

import java.util.Set;

/**
 * A URL that receives the events of all users.
 *
 * @param name its name in the settings
 * @param url the URL that each event is posted to
 * @param topics its events: {@code receipts}, {@code inbound}, or both
 * @param secret the key of its signatures; empty for none
 */
public record Webhook(String name, String url, Set<String> topics, String secret) {

    public static final String RECEIPTS = "receipts";
    public static final String INBOUND = "inbound";

    /** Without the secret. */
    @Override
    public String toString() {
        return "Webhook[" + name + "]";
    }
}
