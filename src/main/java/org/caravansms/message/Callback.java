package org.caravansms.message;

import java.time.Instant;

/**
 * An HTTP request that reports an event to a client. It waits on a queue until it is done.
 *
 * @param id the event's name: a repeated request has the same
 * @param about the id of the message; its callbacks are made in their order
 * @param receiver the receiver; part of its queue's name, so that a slow one delays no other
 * @param url the URL of the request
 * @param body of a POST; empty for a GET
 * @param webhook the name of the webhook whose secret signs it, or empty
 * @param since when it was made: an earlier one about the message is sent first
 */
public record Callback(
        String id, String about, String receiver, String url, String body, String webhook, Instant since) {

    /** Leaves the URL and the body out: they may have texts and numbers. */
    @Override
    public String toString() {
        return "Callback[" + id + " to " + receiver + "]";
    }
}
