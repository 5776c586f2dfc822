package org.caravansms.api;

import org.caravansms.message.RejectedMessageException;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;

/** What a client hears of a message that is refused, while its neighbours go on. */
public final class RejectMessage {

    public Report report(@Body MessageRequest draft, @ExchangeException RejectedMessageException why) {
        return Report.rejected(draft, why);
    }
}
