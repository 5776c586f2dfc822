package org.caravansms.api.answer;

import jakarta.xml.bind.JAXBElement;
import java.util.List;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.Presentation;
import org.caravansms.api.Refusal;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;

/** Shapes an answer as the XML of the vendor's documents, which JAXB then writes. */
public final class WriteXml {

    public XmlResponse write(ApiAnswer answer, Presentation presentation) {
        if (answer instanceof Submission submission) {
            return new XmlResponse("sendmessage", reports(submission, presentation));
        } else if (answer instanceof MessageDetails details) {
            return new XmlResponse(MessageDetails.ACTION, XmlChildren.of(details));
        }
        return answer instanceof Download download
                ? new XmlResponse(Download.ACTION, XmlChildren.list("message", download.messages()))
                : new XmlResponse("error", error((Refusal) answer));
    }

    private static XmlChildren error(Refusal refusal) {
        return new XmlChildren()
                .with("errorcode", Integer.toString(refusal.fault().code()))
                .with("errormessage", refusal.text());
    }

    private static XmlChildren reports(Submission submission, Presentation presentation) {
        List<Report> reports = presentation.reports(submission);
        int continued = presentation.continueUrl().isEmpty() ? 0 : 1;
        return new XmlChildren(new LazyList<>(
                reports.size() + continued,
                i -> i < reports.size()
                        ? report(reports.get(i), presentation)
                        : XmlChildren.element("continueurl", presentation.continueUrl())));
    }

    private static JAXBElement<?> report(Report report, Presentation presentation) {
        XmlChildren fields = new XmlChildren();
        AcceptReport.of(report, presentation.extended()).each(report.suffix(), fields::with);
        return XmlChildren.element("acceptreport" + report.suffix(), fields);
    }
}
