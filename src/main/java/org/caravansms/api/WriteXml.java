package org.caravansms.api;

import org.apache.camel.ExchangeException;
import org.caravansms.message.Fault;

/** Last step of a request: shapes its reports, or what is wrong with it, as the XML that JAXB then writes. */
public final class WriteXml {

    /** A lone message that was rejected is a request that was: its client looks for the error envelope. */
    public XmlResponse reports(Submission submission) {
        Report first = submission.reports().get(0);
        if (submission.reports().size() == 1 && first.draft().isSingle() && !first.isAccepted()) {
            return envelope(first.statusCode(), first.statusMessage());
        }
        XmlChildren data = new XmlChildren();
        submission
                .reports()
                .forEach(report -> data.with("acceptreport" + report.draft().suffix(), report(report)));
        return new XmlResponse("sendmessage", data);
    }

    public XmlResponse error(@ExchangeException ApiException why) {
        return envelope(why.fault().code(), why.getMessage());
    }

    /** The broker was asked to commit and did not answer: to say "not accepted" could be a lie. */
    public XmlResponse queueInDoubt() {
        return envelope(
                Fault.QUEUE_IN_DOUBT.code(),
                "The queue did not confirm in time; the messages of this request may or may not be sent.");
    }

    /** The broker said no, or could not be asked: whatever else happened, none of the request's messages was accepted. */
    public XmlResponse queueUnavailable() {
        return envelope(
                Fault.QUEUE_UNAVAILABLE.code(),
                "The queue is unavailable; no message of this request was accepted. Try again later.");
    }

    public XmlResponse internalError() {
        return envelope(Fault.INTERNAL_ERROR.code(), "Internal error; no message of this request was accepted.");
    }

    private static XmlResponse envelope(int code, String text) {
        return new XmlResponse(
                "error",
                new XmlChildren().with("errorcode", Integer.toString(code)).with("errormessage", text));
    }

    private static XmlChildren report(Report report) {
        String i = report.draft().suffix();
        return new XmlChildren()
                .with("statuscode" + i, Integer.toString(report.statusCode()))
                .with("statusmessage" + i, report.statusMessage())
                .with("messageid" + i, report.messageId())
                .with("originator" + i, report.originator())
                .with("recipient", report.recipient())
                .with("messagetype" + i, report.draft().type())
                .with("messagedata" + i, report.text())
                .with("serviceprovider" + i, report.provider());
    }
}
