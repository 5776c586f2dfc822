package org.caravansms.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caravansms.message.Fault;

/** Reads the wishes of a client for its answer: the format, the number of reports, links and redirects. */
public final class ReadPresentation {

    static final Set<String> FORMATS = Set.of("xml", "html", "urlencoded", "json");
    /** The actions of the JSON API, whose replies have a format of their own. */
    private static final Set<String> JSON_API = Set.of("sendmsg", "receivemsg", "deletemsg", "markmsg", "explain");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern KEYWORD = Pattern.compile("\\$[a-zA-Z]+");

    private final Set<String> redirectHosts;

    /** @param redirectHosts the hosts that a client may send its user to, separated by commas */
    public ReadPresentation(String redirectHosts) {
        this.redirectHosts = Arrays.stream(
                        redirectHosts.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    /** @return a format, XML where it is unknown, or the action where it is one of the JSON API */
    public String format(ApiRequest request) {
        return format(request.actionOrNone(), request.getOrElse(Parameter.RESPONSE_FORMAT, ""));
    }

    static String format(String action, String asked) {
        String known = action.toLowerCase(Locale.ROOT);
        if (JSON_API.contains(known)) {
            return known;
        }
        String format = asked.toLowerCase(Locale.ROOT);
        return FORMATS.contains(format) ? format : "xml";
    }

    /** @param format null before it is known */
    public static boolean isJsonApi(String format) {
        return format != null && JSON_API.contains(format);
    }

    /** @throws ApiException naming the parameter that is wrong */
    public Presentation read(ApiRequest request) {
        String continueUrl = request.getOrElse(Parameter.CONTINUE_URL, "");
        String redirectUrl = request.getOrElse(Parameter.REDIRECT_URL, "");
        requireWeb(Parameter.CONTINUE_URL, continueUrl);
        requireWeb(Parameter.REDIRECT_URL, redirectUrl);
        requireKnown(redirectUrl);
        return new Presentation(request.isOn(Parameter.EXTENDED), maxReports(request), continueUrl, redirectUrl);
    }

    private static int maxReports(ApiRequest request) {
        String given = request.getOrElse(Parameter.MAX_RESPONSE, "");
        if (given.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (!NUMBER.matcher(given).matches()) {
            throw new ApiException(Fault.INVALID_PARAMETER, "maxresponse is not a number from 0 to 999999999.");
        }
        return Integer.parseInt(given);
    }

    private static void requireWeb(Parameter name, String url) {
        if (!url.isEmpty() && host(url) == null) {
            throw new ApiException(Fault.INVALID_PARAMETER, name.parameter() + " is not an http or https URL.");
        }
    }

    /** An open redirect would let phishing links begin with the gateway's name. */
    private void requireKnown(String redirectUrl) {
        if (!redirectUrl.isEmpty() && !redirectHosts.contains(host(redirectUrl))) {
            throw new ApiException(
                    Fault.INVALID_PARAMETER,
                    "redirecturl names a host that this gateway does not redirect to; sms.http.redirect-hosts lists them.");
        }
    }

    /** @return the host in lower case, or null when it is no http or https URL; keywords are allowed after the host only */
    private static String host(String template) {
        try {
            URI uri = new URI(KEYWORD.matcher(template).replaceAll("x"));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && template.contains(uri.getRawAuthority())
                    ? uri.getHost().toLowerCase(Locale.ROOT)
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
