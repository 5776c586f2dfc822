package org.caravansms.api.answer;

import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.caravansms.api.Presentation;
import org.caravansms.api.ReadPresentation;
import org.caravansms.api.Refusal;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;
import org.caravansms.message.UrlKeywords;

/** Sets the status of the HTTP answer where it is not 200, and the address to which the client is redirected. */
public final class AnswerHeaders {

    private static final int FOUND = 302;

    /** The octets of a Location: browsers follow it, and the other headers still fit. */
    private static final int LONGEST_LOCATION = 4 * 1024;

    /** The keywords of {@code redirecturl}. */
    private static final Map<String, Function<Report, String>> VALUES = Map.of(
            "statuscode", report -> Integer.toString(report.statusCode()),
            "statusmessage", Report::statusMessage,
            "messageid", Report::messageId,
            "recipient", Report::recipient,
            "originator", Report::originator,
            "messagetype", Report::type,
            "messagedata", Report::text);

    private static final UrlKeywords KEYWORDS = new UrlKeywords(VALUES.keySet(), 0);

    private final boolean realStatus;

    /**
     * @param realStatus whether a refusal has an HTTP status of its own instead of 200, which the vendor's clients
     *     expect; the JSON API always answers 200
     */
    public AnswerHeaders(boolean realStatus) {
        this.realStatus = realStatus;
    }

    /** A step: reads the body and the variables {@code format} and {@code presentation}. */
    public void set(Exchange exchange) {
        set(
                exchange.getMessage(),
                exchange.getVariable("format", String.class),
                exchange.getVariable("presentation", Presentation.class));
    }

    void set(Message answer, String format, Presentation presentation) {
        if (answer.getBody() instanceof Refusal refusal && realStatus && !ReadPresentation.isJsonApi(format)) {
            answer.setHeader(Exchange.HTTP_RESPONSE_CODE, refusal.fault().httpStatus());
        } else if (answer.getBody() instanceof Submission submission && presentation != null) {
            redirect(answer, submission, presentation.redirectUrl());
        }
    }

    /** Where the address would be too long, as with a long text in it, the client gets the reports. */
    private static void redirect(Message answer, Submission submission, String template) {
        if (!template.isEmpty()) {
            Report first = submission.reports().get(0);
            String location =
                    KEYWORDS.replace(template, name -> VALUES.get(name).apply(first));
            if (location.length() <= LONGEST_LOCATION) {
                answer.setHeader(Exchange.HTTP_RESPONSE_CODE, FOUND);
                answer.setHeader("Location", location);
            }
        }
    }
}
