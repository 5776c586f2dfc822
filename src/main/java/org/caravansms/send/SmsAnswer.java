package org.caravansms.send;

/**
 * What the gateway says of one message.
 *
 * @param code 0 for accepted, otherwise one of docs/error-codes.md
 * @param id its name in the gateway, empty when it is refused
 * @param text the reason in words when it is refused
 */
public record SmsAnswer(int code, String id, String text) {

    static final int INVALID_REQUEST = 5;

    public boolean isAccepted() {
        return code == 0;
    }
}
