package org.caravansms.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.caravansms.message.MessageIds;
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

    /** @return the messages that go to the queues, each with its copy behind it */
    public List<SmsMessage> toBeSent() {
        return reports.stream()
                .filter(Report::isToBeSent)
                .map(Report::message)
                .mapMulti(Submission::withCopy)
                .toList();
    }

    private static void withCopy(SmsMessage message, Consumer<SmsMessage> to) {
        to.accept(message);
        if (message.routing().copyTo() != null) {
            to.accept(message.copy(MessageIds.next()));
        }
    }

    public List<Report> reports() {
        return reports;
    }
}
