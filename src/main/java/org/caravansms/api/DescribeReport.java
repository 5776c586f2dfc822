package org.caravansms.api;

import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.Variable;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;

/** Last step of one message's check: what its client will read of it. */
public final class DescribeReport {

    public Report accepted(@Variable("draft") Draft draft, @Body SmsMessage message) {
        return Report.accepted(draft, message);
    }

    public Report rejected(@Variable("draft") Draft draft, @ExchangeException RejectedMessageException why) {
        return Report.rejected(draft, why);
    }
}
