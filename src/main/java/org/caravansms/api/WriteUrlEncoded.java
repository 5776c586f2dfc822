package org.caravansms.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Writes an answer as flat, URL-encoded keys: {@code acceptreport0.statuscode0=0}. */
public final class WriteUrlEncoded {

    public byte[] write(@Body Answer answer, @Variable("presentation") Presentation presentation) {
        StringBuilder to = new StringBuilder("action=");
        if (answer instanceof Submission submission) {
            reports(to.append("sendmessage"), submission, presentation);
        } else {
            envelope(to.append("error"), (Refusal) answer);
        }
        return to.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void envelope(StringBuilder to, Refusal refusal) {
        append(to, "errorcode", Integer.toString(refusal.fault().code()));
        append(to, "errormessage", refusal.text());
    }

    private static void reports(StringBuilder to, Submission submission, Presentation presentation) {
        for (Report report : presentation.reports(submission)) {
            String prefix = "acceptreport" + report.suffix() + ".";
            ReportFields.each(report, presentation.extended(), (name, value) -> append(to, prefix + name, value));
        }
        if (!presentation.continueUrl().isEmpty()) {
            append(to, "continueurl", presentation.continueUrl());
        }
    }

    private static void append(StringBuilder to, String key, String value) {
        to.append('&').append(key).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
