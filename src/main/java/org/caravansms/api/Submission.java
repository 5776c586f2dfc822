package org.caravansms.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caravansms.message.SmsMessage;

/** The reports of a request, in the order of its messages. */
public final class Submission implements ApiAnswer {

    private final List<Report> reports = new ArrayList<>();

    public void add(Report report) {
        reports.add(report);
    }

    /** @param replacement of each report, in their order */
    public void replaceEach(UnaryOperator<Report> replacement) {
        reports.replaceAll(replacement);
    }

    /** @return the messages that go to the queue */
    public List<SmsMessage> toBeSent() {
        return reports.stream().filter(Report::isToBeSent).map(Report::message).toList();
    }

    public List<Report> reports() {
        return reports;
    }
}
