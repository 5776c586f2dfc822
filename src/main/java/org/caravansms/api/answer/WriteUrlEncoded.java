package org.caravansms.api.answer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.apache.camel.support.builder.OutputStreamBuilder;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.Presentation;
import org.caravansms.api.Refusal;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;

/**
 * Writes an answer as flat, URL-encoded keys: {@code acceptreport0.statuscode0=0}. A large one is on disk, as
 * with the formats that Camel marshals.
 */
public final class WriteUrlEncoded {

    /** @return the octets, or a stream cache of them */
    public Object write(@Body ApiAnswer answer, @Variable("presentation") Presentation presentation, Exchange exchange)
            throws IOException {
        OutputStreamBuilder octets = OutputStreamBuilder.withExchange(exchange);
        try (Writer to = new BufferedWriter(new OutputStreamWriter(octets, StandardCharsets.US_ASCII))) {
            write(new UrlEncodedKeys(to), answer, presentation);
        }
        return octets.build();
    }

    private static void write(UrlEncodedKeys keys, ApiAnswer answer, Presentation presentation) {
        if (answer instanceof Submission submission) {
            reports(keys.action("sendmessage"), submission, presentation);
        } else if (answer instanceof MessageDetails details) {
            keys.action(MessageDetails.ACTION).details(details);
        } else if (answer instanceof Download download) {
            keys.action(Download.ACTION).messages(download.messages());
        } else {
            envelope(keys.action("error"), (Refusal) answer);
        }
    }

    private static void envelope(UrlEncodedKeys keys, Refusal refusal) {
        keys.with("errorcode", Integer.toString(refusal.fault().code())).with("errormessage", refusal.text());
    }

    private static void reports(UrlEncodedKeys keys, Submission submission, Presentation presentation) {
        for (Report report : presentation.reports(submission)) {
            String prefix = "acceptreport" + report.suffix() + ".";
            ReportFields.each(report, presentation.extended(), (name, value) -> keys.with(prefix + name, value));
        }
        if (!presentation.continueUrl().isEmpty()) {
            keys.with("continueurl", presentation.continueUrl());
        }
    }
}
