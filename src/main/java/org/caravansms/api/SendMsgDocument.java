package org.caravansms.api;

import java.util.List;

/** The body of {@code action=sendmsg}. */
record SendMsgDocument(List<SendMsgMessage> messages) {

    /** What it looks like, for errors. */
    static final String SHAPE = "{\"messages\":[{...}]}";
}
