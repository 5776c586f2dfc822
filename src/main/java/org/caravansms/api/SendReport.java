package org.caravansms.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * The answer of {@code direct:send}: a Map {@code {"accepted":1,"reports":[{"code":0,"id":…,"to":…,"parts":1},
 * {"code":1,"text":…,"to":…}]}}, with a report for each message in order. Only the body of the caller changes.
 */
public final class SendReport implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange caller, Exchange sent) {
        caller.getMessage()
                .setBody(of(sent.getMessage().getBody(Submission.class).reports()));
        return caller;
    }

    static Map<String, Object> of(List<Report> reports) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("accepted", (int) reports.stream().filter(Report::isAccepted).count());
        answer.put("reports", reports.stream().map(SendReport::of).toList());
        return answer;
    }

    private static Map<String, Object> of(Report report) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("code", report.statusCode());
        if (report.isAccepted()) {
            written.put("id", report.messageId());
            written.put("to", report.recipient());
            written.put("parts", report.segments().count());
            if (!report.message().routing().rule().isEmpty()) {
                written.put("rule", report.message().routing().rule());
            }
        } else {
            written.put("text", report.statusMessage());
            written.put("to", report.recipient());
        }
        return written;
    }
}
