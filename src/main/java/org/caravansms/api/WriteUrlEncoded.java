package org.caravansms.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.apache.camel.support.builder.OutputStreamBuilder;

/**
 * Writes an answer as flat, URL-encoded keys: {@code acceptreport0.statuscode0=0}. A large one is written to disk, as
 * those are that Camel marshals.
 */
public final class WriteUrlEncoded {

    /** @return the octets, or a stream cache of them */
    public Object write(@Body Answer answer, @Variable("presentation") Presentation presentation, Exchange exchange)
            throws IOException {
        OutputStreamBuilder octets = OutputStreamBuilder.withExchange(exchange);
        try (Writer to = new BufferedWriter(new OutputStreamWriter(octets, StandardCharsets.US_ASCII))) {
            to.append("action=");
            if (answer instanceof Submission submission) {
                reports(to.append("sendmessage"), submission, presentation);
            } else {
                envelope(to.append("error"), (Refusal) answer);
            }
        }
        return octets.build();
    }

    private static void envelope(Writer to, Refusal refusal) {
        append(to, "errorcode", Integer.toString(refusal.fault().code()));
        append(to, "errormessage", refusal.text());
    }

    private static void reports(Writer to, Submission submission, Presentation presentation) {
        for (Report report : presentation.reports(submission)) {
            String prefix = "acceptreport" + report.suffix() + ".";
            ReportFields.each(report, presentation.extended(), (name, value) -> append(to, prefix + name, value));
        }
        if (!presentation.continueUrl().isEmpty()) {
            append(to, "continueurl", presentation.continueUrl());
        }
    }

    private static void append(Writer to, String key, String value) {
        try {
            to.append('&').append(key).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
