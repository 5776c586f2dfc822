package org.caravansms.message;

/** The state of a message, with the vendor's code; see {@code getmessagebyid} in the HTTP API. */
public enum MessageState {
    IDLE(0),
    /** On its way: the gateway has tried it, or an SMSC has it and has not said more. */
    SENDING(1),
    /** With the gateway, not tried yet. */
    PREPARING(2),
    DELIVERED(10),
    /** An SMSC refused it, or the gateway could not send it. */
    REJECTED(11),
    /** With an SMSC, which says so in a receipt. */
    BUFFERED(12),
    /** With an SMSC, which says in a receipt that it is on its way. */
    EN_ROUTE(13),
    EXPIRED(14),
    /** A person dropped it, or the SMSC deleted it. */
    DELETED(15),
    UNDELIVERABLE(16),
    /** With the gateway, until its time comes. */
    SCHEDULED(17),
    /** In doubt, or the SMSC does not know. */
    UNKNOWN(18),
    SKIPPED(19);

    private final int code;

    MessageState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static MessageState of(int code) {
        for (MessageState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state " + code);
    }

    /** Whether it changes no more, except by a person or a late receipt. */
    public boolean isFinal() {
        return this == DELIVERED || folder() == Folder.NOTSENT;
    }

    /** @return the folder in which its client finds it */
    public Folder folder() {
        return switch (this) {
            case IDLE, SENDING, PREPARING, SCHEDULED -> Folder.OUTBOX;
            case DELIVERED, BUFFERED, EN_ROUTE, UNKNOWN -> Folder.SENT;
            case REJECTED, EXPIRED, DELETED, UNDELIVERABLE, SKIPPED -> Folder.NOTSENT;
        };
    }
}
