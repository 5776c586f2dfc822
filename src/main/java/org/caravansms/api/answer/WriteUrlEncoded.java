package org.caravansms.api.answer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
            write(new Keys(to), answer, presentation);
        }
        return octets.build();
    }

    private static void write(Keys keys, ApiAnswer answer, Presentation presentation) {
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

    private static void envelope(Keys keys, Refusal refusal) {
        keys.with("errorcode", Integer.toString(refusal.fault().code())).with("errormessage", refusal.text());
    }

    private static void reports(Keys keys, Submission submission, Presentation presentation) {
        for (Report report : presentation.reports(submission)) {
            String prefix = "acceptreport" + report.suffix() + ".";
            AcceptReport.of(report, presentation.extended())
                    .each(report.suffix(), (name, value) -> keys.with(prefix + name, value));
        }
        if (!presentation.continueUrl().isEmpty()) {
            keys.with("continueurl", presentation.continueUrl());
        }
    }

    /** The keys, written one by one; the elements of a list are counted from 0. */
    private record Keys(Writer to) {

        Keys action(String action) {
            return write("action", action);
        }

        Keys with(String key, String value) {
            return write("&" + key, value);
        }

        void details(MessageDetails message) {
            fields("", StoredFields.of(message));
        }

        void messages(List<DownloadedMessage> messages) {
            for (int i = 0; i < messages.size(); i++) {
                fields("message" + i + ".", StoredFields.of(messages.get(i)));
            }
        }

        private void fields(String prefix, Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                if (value instanceof List<?> all) {
                    each(prefix + name + "." + StoredFields.singular(name.toString()), all);
                } else {
                    with(prefix + name, value.toString());
                }
            });
        }

        private void each(String key, List<?> all) {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i) instanceof Map<?, ?> fields) {
                    fields(key + i + ".", fields);
                } else {
                    with(key + i, all.get(i).toString());
                }
            }
        }

        private Keys write(String key, String value) {
            try {
                to.append(key).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
