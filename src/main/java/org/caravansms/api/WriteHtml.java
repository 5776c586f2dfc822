package org.caravansms.api;

import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Shapes an answer for the html template, which escapes what it is given. */
public final class WriteHtml {

    public Page write(@Body Answer answer, @Variable("presentation") Presentation presentation) {
        return answer instanceof Submission submission
                ? new Page(presentation.reports(submission), null, continueUrl(presentation))
                : new Page(List.of(), (Refusal) answer, null);
    }

    private static String continueUrl(Presentation presentation) {
        return presentation.continueUrl().isEmpty() ? null : presentation.continueUrl();
    }

    /** What the template shows; what is null it leaves out. */
    public record Page(List<Report> reports, Refusal refusal, String continueUrl) {}
}
