package org.caravansms.message;

/** The names of the JMS properties of queued messages. */
public final class MessageProperties {

    /** {@link SmsMessage#id()}. */
    public static final String ID = "SmsId";

    /** On an envelope: how many messages it has. */
    public static final String COUNT = "SmsCount";

    /** On an envelope of {@code sms.submit}: how many requests it has. */
    public static final String REQUESTS = "SmsRequests";

    /** The name that the client gave the message, if it did. */
    public static final String CLIENT_ID = "SmsClientId";

    /** Counts the tries that an SMSC answered and asked to be repeated. */
    public static final String ATTEMPTS = "SmsAttempts";

    /** Counts the submit_sm without an answer: the message may have been sent as often. */
    public static final String IN_DOUBT = "SmsInDoubt";

    /** For how many milliseconds a message in doubt waits; none on one that is held. */
    public static final String REST = "SmsRest";

    /** On a queue for people: why the message is there. */
    public static final String REASON = "SmsReason";

    /** On a queue for people: the queue that the message came from. */
    public static final String QUEUE = "SmsQueue";

    /** On a queue for people: since when the message is there, in milliseconds since 1970. */
    public static final String SINCE = "SmsSince";

    /** On a queue for people: the provider that tried the message. */
    public static final String PROVIDER = "SmsProvider";

    /** The {@link PartProgress} of a message whose first parts were sent. */
    public static final String PARTS = "SmsParts";

    /** The priority that a message had before it was put back to the head of its queue. */
    public static final String PRIORITY = "SmsPriority";

    /** On an exchange, not on a message: true while a message of a batch waits for others with its consumer. */
    public static final String WAITS = "SmsWaits";

    /**
     * True on a message whose client asked for reports or gave it tags: its events have the whole message. False on one
     * whose SMPP client asked for receipts: these are made of all its events but {@code submitted}.
     */
    public static final String REPORT = "SmsReport";

    /** True on an event of a message in full that is not its acceptance. */
    public static final String REPORTS = "SmsReports";

    /** True on such an event of a message of an SMPP client, which may ask for a receipt of it. */
    public static final String RECEIPTS = "SmsReceipts";

    /** True on an event of a message from a handset. */
    public static final String RECEIVED = "SmsReceived";

    /** The source of events that are made from other events, such as {@code store}. */
    public static final String EVENTS_OF = "SmsEventsOf";

    /** The route that receives a message from a handset. */
    public static final String ROUTE = "SmsRoute";

    /** On a message of another program: the user of its login, whom no client can set. */
    public static final String USER = "SmsUser";

    private MessageProperties() {}
}
