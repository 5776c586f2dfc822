package org.caravansms.api.answer;

import org.caravansms.api.ApiAnswer;
import org.caravansms.api.Presentation;
import org.caravansms.api.Refusal;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;
import jakarta.xml.bind.JAXBElement;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Shapes an answer as the XML that JAXB then writes. */
public final class WriteXml {

    public XmlResponse write(@Body ApiAnswer answer, @Variable("presentation") Presentation presentation) {
        if (answer instanceof Submission submission) {
            return reports(submission, presentation);
        } else if (answer instanceof MessageDetails details) {
            return XmlMessages.details(details);
        }
        return answer instanceof Download download ? XmlMessages.download(download) : envelope((Refusal) answer);
    }

    private static XmlResponse envelope(Refusal refusal) {
        return new XmlResponse(
                "error",
                new XmlChildren()
                        .with("errorcode", Integer.toString(refusal.fault().code()))
                        .with("errormessage", refusal.text()));
    }

    private static XmlResponse reports(Submission submission, Presentation presentation) {
        List<Report> reports = presentation.reports(submission);
        int continued = presentation.continueUrl().isEmpty() ? 0 : 1;
        XmlChildren data = XmlChildren.madeWhenWritten(
                reports.size() + continued,
                i -> i < reports.size()
                        ? report(reports.get(i), presentation)
                        : XmlChildren.element("continueurl", presentation.continueUrl()));
        return new XmlResponse("sendmessage", data);
    }

    private static JAXBElement<?> report(Report report, Presentation presentation) {
        XmlChildren fields = new XmlChildren();
        ReportFields.each(report, presentation.extended(), fields::with);
        return XmlChildren.element("acceptreport" + report.suffix(), fields);
    }
}
