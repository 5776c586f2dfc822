package org.caravansms.api.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.Presentation;
import org.caravansms.api.Refusal;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;

/** Shapes an answer for {@code responseformat=json}: the content of the XML, with a list in place of indexed names. */
public final class WriteJson {

    public Document write(@Body ApiAnswer answer, @Variable("presentation") Presentation presentation) {
        if (answer instanceof Submission submission) {
            return reports(submission, presentation);
        } else if (answer instanceof MessageDetails details) {
            return new Document(MessageDetails.ACTION, details);
        }
        return answer instanceof Download download ? new Document(Download.ACTION, download) : error((Refusal) answer);
    }

    private static Document error(Refusal refusal) {
        return new Document("error", new Error(refusal.fault().code(), refusal.text()));
    }

    private static Document reports(Submission submission, Presentation presentation) {
        List<Report> all = presentation.reports(submission);
        List<AcceptReport> reports =
                new LazyList<>(all.size(), i -> AcceptReport.of(all.get(i), presentation.extended()));
        String continueUrl = presentation.continueUrl().isEmpty() ? null : presentation.continueUrl();
        return new Document("sendmessage", new Reports(reports, continueUrl));
    }

    /** The whole answer. */
    public record Document(String action, Object data) {}

    record Error(
            @JsonProperty("errorcode") int code,
            @JsonProperty("errormessage") String message) {}

    record Reports(
            @JsonProperty("acceptreports") List<AcceptReport> reports,
            @JsonProperty("continueurl") String continueUrl) {}
}
