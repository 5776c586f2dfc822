package org.caravansms.api;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * Finds the format of the answer to a request that cannot be parsed: searches the body, then the query, for the two
 * parameters that name it, without decoding.
 */
public final class GuessFormat {

    private static final int ENOUGH = 64 * 1024;
    /** White space, encoded or not, or a byte order mark. */
    private static final String SPACE = "(?:\\s|\\+|%20|\u00EF\u00BB\u00BF){0,9}";

    private static final Pattern ACTION = parameter("action=(?:rest(?:\\?|%3f)action(?:=|%3d))?");
    private static final Pattern FORMAT = parameter("responseformat=");

    /** Sets the variable {@code format}, unless the request was parsed and has it. */
    public void guess(Exchange exchange) {
        if (exchange.getVariable("format") == null && exchange.getMessage().getBody() instanceof RawRequest request) {
            exchange.setVariable("format", format(request));
        }
    }

    private static String format(RawRequest request) {
        String form = request.refusal() == null ? beginning(request.body()) : "";
        return ReadPresentation.format(first(ACTION, form, request.query()), first(FORMAT, form, request.query()));
    }

    private static String beginning(byte[] body) {
        return new String(body, 0, Math.min(body.length, ENOUGH), StandardCharsets.ISO_8859_1);
    }

    private static Pattern parameter(String beginning) {
        return Pattern.compile("(?:^|&)" + SPACE + beginning + SPACE + "([a-z]+)", Pattern.CASE_INSENSITIVE);
    }

    private static String first(Pattern parameter, String... places) {
        for (String place : places) {
            Matcher found = parameter.matcher(place);
            if (found.find()) {
                return found.group(1);
            }
        }
        return "";
    }
}
