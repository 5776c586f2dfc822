package org.caravansms.message;

import java.time.Instant;
import java.util.Objects;

/**
 * An HTTP request that tells somebody of an event: it waits on a queue until it is done.
 *
 * @param id the event's name: a request that is made twice has the same
 * @param about the message, whose callbacks are made in their order
 * @param receiver the receiver, whose slowness is its own; part of a queue's name
 * @param url where it goes
 * @param body of a POST; empty for a GET
 * @param webhook the name of the webhook whose secret signs it, empty where it is none's
 * @param since when it was made: what was made before it is told before it
 */
public record Callback(
        String id, String about, String receiver, String url, String body, String webhook, Instant since) {

    public Callback {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(webhook, "webhook");
        Objects.requireNonNull(since, "since");
    }

    /** Leaves the URL and the body out: they may have texts and numbers. */
    @Override
    public String toString() {
        return "Callback[" + id + " to " + receiver + "]";
    }
}
