package org.caravansms.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageProperties;

/**
 * A step of {@code sms-submit}: each request gets its report as the body, a Map as of {@link SendReport}. Where some of
 * its messages are refused, they are in the property {@link #REFUSED}, and the reason of the first in {@code SmsReason}.
 */
public final class SubmitReports {

    /** A {@code {"messages":[…]}} of the messages that were refused, as they were written. */
    public static final String REFUSED = "SmsRefused";

    private final Consumer<Fault> refused;

    /** @param refused counts the requests that cannot be read */
    public SubmitReports(Consumer<Fault> refused) {
        this.refused = refused;
    }

    /** @param submitted a {@link Submission}, unless no request of the batch can be read */
    public void write(@Body Object submitted, @Variable("requests") List<Exchange> requests) {
        List<Report> all = submitted instanceof Submission submission ? submission.reports() : List.of();
        Map<Integer, List<Report>> byRequest = all.stream()
                .collect(Collectors.groupingBy(
                        report -> report.request().sendRequest().number()));
        for (int i = 0; i < requests.size(); i++) {
            write(requests.get(i), byRequest.getOrDefault(i, List.of()));
        }
    }

    private void write(Exchange request, List<Report> reports) {
        Exception unreadable = request.getException();
        request.getMessage().setBody(unreadable == null ? SendReport.of(reports) : unreadable(unreadable));
        List<Report> refused =
                reports.stream().filter(report -> !report.isAccepted()).toList();
        if (!refused.isEmpty()) {
            request.setProperty(
                    REFUSED,
                    Map.of(
                            "messages",
                            refused.stream().map(SubmitReports::source).toList()));
            request.setProperty(MessageProperties.REASON, refused.get(0).statusMessage());
        }
    }

    private Map<String, Object> unreadable(Exception why) {
        Fault fault = why instanceof ApiException refusal ? refusal.fault() : Fault.INVALID_REQUEST;
        refused.accept(fault);
        return Map.of(
                "accepted", 0, "reports", List.of(Map.of("code", fault.code(), "text", why.getMessage(), "to", "")));
    }

    private static JsonNode source(Report report) {
        return ((PublicMessageRequest) report.request()).source();
    }
}
