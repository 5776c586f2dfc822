package org.caravansms.api;

import java.util.List;

/** The body of {@code action=sendmsg}. */
record SendMsgDocument(List<SendMsgMessage> messages) {

    /** Its shape, for errors. */
    static final String SHAPE = "{\"messages\":[{...}]}";
}
