package org.caravansms.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keywords of a URL template that a report has values for: {@code $messageid} and others, form-urlencoded. */
final class ReportKeywords {

    private static final Map<String, Function<Report, String>> VALUES = Map.of(
            "statuscode", report -> Integer.toString(report.statusCode()),
            "statusmessage", Report::statusMessage,
            "messageid", Report::messageId,
            "recipient", Report::recipient,
            "originator", Report::originator,
            "messagetype", Report::type,
            "messagedata", Report::text);

    /** None of them begins with another one, so that the longest is also the only one that matches. */
    private static final Pattern KEYWORD = Pattern.compile("\\$(" + String.join("|", VALUES.keySet()) + ")");

    private ReportKeywords() {}

    static String expand(String template, Report report) {
        return KEYWORD.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        URLEncoder.encode(VALUES.get(found.group(1)).apply(report), StandardCharsets.UTF_8)));
    }
}
