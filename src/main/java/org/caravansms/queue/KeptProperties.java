package org.caravansms.queue;

/** The JMS properties that say of a message out of the flow where it came from, and when; all may be absent. */
final class KeptProperties {

    /** The name of the SMSC connection that had the message. */
    static final String PROVIDER = "SmsProvider";

    /** The queue that the message was taken from. */
    static final String QUEUE = "SmsQueue";

    /** When the message was taken out of the flow, milliseconds since 1970. */
    static final String SINCE = "SmsSince";

    /** Artemis's own: the queue of a message that expired there. */
    static final String EXPIRED_FROM = "_AMQ_ORIG_ADDRESS";

    /** Artemis's own: when a message expired, milliseconds since 1970. */
    static final String EXPIRED_AT = "_AMQ_ACTUAL_EXPIRY";

    private KeptProperties() {}
}
