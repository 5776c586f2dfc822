package org.caravansms.api.answer;

import java.util.Map;
import java.util.function.Function;
import org.caravansms.api.Report;
import org.caravansms.message.UrlKeywords;

/** Replaces the keywords of {@code redirecturl} by the fields of a report. */
final class UrlTemplateKeywords {

    private static final Map<String, Function<Report, String>> VALUES = Map.of(
            "statuscode", report -> Integer.toString(report.statusCode()),
            "statusmessage", Report::statusMessage,
            "messageid", Report::messageId,
            "recipient", Report::recipient,
            "originator", Report::originator,
            "messagetype", Report::type,
            "messagedata", Report::text);

    private static final UrlKeywords KEYWORDS = new UrlKeywords(VALUES.keySet(), 0);

    private UrlTemplateKeywords() {}

    static String replace(String url, Report report) {
        return KEYWORDS.replace(url, name -> VALUES.get(name).apply(report));
    }
}
