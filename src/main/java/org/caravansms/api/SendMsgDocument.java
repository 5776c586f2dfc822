package org.caravansms.api;

import java.util.List;

/**
 * The body of {@code action=sendmsg}.
 *
 * @param explain whether nothing is sent, and the answer says what would become of the messages
 */
record SendMsgDocument(List<SendMsgMessage> messages, Boolean explain) {

    /** Its shape, for errors. */
    static final String SHAPE = "{\"messages\":[{...}]}";
}
