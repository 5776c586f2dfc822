package org.caravansms.api;

import org.caravansms.message.SmsMessage;
import java.util.List;

/** Picks from the reports of a request the messages that go to the queue. */
public final class AcceptedMessages {

    public List<SmsMessage> of(Submission submission) {
        return submission.reports().stream()
                .filter(Report::isToBeSent)
                .map(Report::message)
                .toList();
    }
}
