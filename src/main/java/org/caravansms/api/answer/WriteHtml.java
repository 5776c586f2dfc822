package org.caravansms.api.answer;

import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.Presentation;
import org.caravansms.api.Refusal;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;

/** Shapes an answer for the html template, which escapes what it is given. */
public final class WriteHtml {

    public Page write(@Body ApiAnswer answer, @Variable("presentation") Presentation presentation) {
        if (answer instanceof Submission submission) {
            return new Page(presentation.reports(submission), null, List.of(), null, continueUrl(presentation));
        } else if (answer instanceof MessageDetails details) {
            return new Page(List.of(), details, List.of(), null, null);
        }
        return answer instanceof Download download
                ? new Page(List.of(), null, download.messages(), null, null)
                : new Page(List.of(), null, List.of(), (Refusal) answer, null);
    }

    private static String continueUrl(Presentation presentation) {
        return presentation.continueUrl().isEmpty() ? null : presentation.continueUrl();
    }

    /** The values of the template; it leaves out null. */
    public record Page(
            List<Report> reports,
            MessageDetails details,
            List<DownloadedMessage> messages,
            Refusal refusal,
            String continueUrl) {}
}
