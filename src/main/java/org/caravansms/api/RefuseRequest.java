package org.caravansms.api;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.camel.ExchangeException;
import org.apache.camel.Variable;
import org.caravansms.message.Fault;

/** The answers to requests that cannot be served. */
public final class RefuseRequest {

    private final Consumer<Fault> refused;

    public RefuseRequest() {
        this(fault -> {});
    }

    /** @param refused counts the requests that are refused as a whole */
    public RefuseRequest(Consumer<Fault> refused) {
        this.refused = refused;
    }

    private Refusal refusal(Fault fault, String text) {
        refused.accept(fault);
        return new Refusal(fault, text);
    }

    public Refusal refused(@ExchangeException ApiException why) {
        return refusal(why.fault(), why.getMessage());
    }

    public Refusal unknownPath() {
        return refusal(Fault.UNKNOWN_PATH, "Nothing is at this path. The API is at /api, the send page at /.");
    }

    /** The fault of a single message without an index is that of the request. */
    public ApiAnswer orReports(Submission submission) {
        Report first = submission.reports().get(0);
        boolean alone = submission.reports().size() == 1 && first.request().isSingle();
        return alone && !first.isAccepted() ? new Refusal(first.fault(), first.statusMessage()) : submission;
    }

    /** @param why a JacksonException, or a CharConversionException for malformed characters */
    public Refusal unreadableDocument(@ExchangeException IOException why, @Variable("format") String action) {
        String shape = "sendmsg".equals(action) ? SendMsgDocument.SHAPE : MessageIdsDocument.SHAPE;
        String what = ApiJson.isNotUtf8(why) ? "in UTF-8, as JSON is" : "the JSON of " + shape;
        return refusal(Fault.INVALID_REQUEST, "The body is not " + what + ApiJson.place(why) + ".");
    }

    /** The message store refused, or did not answer; messages are sent without it. */
    public Refusal storeUnavailable() {
        return refusal(Fault.STORE_UNAVAILABLE, "The message store is unavailable. Try again later.");
    }

    /** The broker did not answer the commit: "not accepted" could be wrong. */
    public Refusal queueInDoubt() {
        return refusal(
                Fault.QUEUE_IN_DOUBT,
                "The queue did not confirm in time; the messages of this request may or may not be sent.");
    }

    /** The broker refused, or was not reached: none of the request's messages was accepted. */
    public Refusal queueUnavailable() {
        return refusal(
                Fault.QUEUE_UNAVAILABLE,
                "The queue is unavailable; no message of this request was accepted. Try again later.");
    }

    /** Nothing is accepted for which there may be no room; queued messages are still sent. */
    public Refusal diskFull() {
        return refusal(
                Fault.QUEUE_UNAVAILABLE,
                "The disk of the queue is full; no message of this request was accepted. Try again later.");
    }

    /** An operator drains the gateway, for a change of it. */
    public Refusal draining() {
        return refusal(
                Fault.QUEUE_UNAVAILABLE,
                "The gateway is being drained and takes no new messages; no message of this request was accepted."
                        + " Try again later.");
    }

    /** @param queued the messages that were queued before the error, or null */
    public Refusal internalError(@Variable("queued") Object queued) {
        return queued == null
                ? refusal(Fault.INTERNAL_ERROR, "Internal error; no message of this request was accepted.")
                : refusal(
                        Fault.ACCEPTED_UNREPORTED,
                        "The messages of this request that are in order are accepted, but their reports cannot be given."
                                + " The same request again gives them if its messages have a messageid; without one"
                                + " they would be sent twice.");
    }
}
