package org.caravansms.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognises requests from elsewhere: those that a proxy forwards, and those of another site's page in a browser on this
 * machine. A proxy shows in headers that clients do not send themselves, a page in Host (DNS rebinding), Origin, Referer
 * and Fetch Metadata.
 */
record RemoteOrigin(HttpServletRequest request) {

    /** The headers of nearly every program, as they are usually written. */
    private static final Set<String> USUAL =
            Set.of("Accept", "Authorization", "Connection", "Content-Length", "Content-Type", "Host", "User-Agent");

    /** The headers of programs and browsers. Proxies add others, of which there is no complete list. */
    private static final Predicate<String> OF_CLIENTS = Pattern.compile(
                    "accept.*|access-control-request-.*|authorization|baggage|cache-control|connection|content-.*|cookie"
                            + "|date|dnt|expect|from|host|http2-settings|if-.*|keep-alive|origin|postman-token|pragma|priority|range"
                            + "|referer|save-data|sec-.*|te|traceparent|tracestate|trailer|transfer-encoding"
                            + "|upgrade.*|user-agent|x-requested-with",
                    Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    private static final String THIS_MACHINE = "127(\\.[0-9]{1,3}){3}|([^.]+\\.)?localhost|\\[::1]";

    /** A name without a dot is of this machine or its network, never of a site. */
    private static final Predicate<String> OUR_HOST = Pattern.compile(
                    "((" + THIS_MACHINE + "|[^.:\\[\\]]+)(:[0-9]*)?)?", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    private static final Predicate<String> LOCAL =
            Pattern.compile(THIS_MACHINE, Pattern.CASE_INSENSITIVE).asMatchPredicate();

    static boolean shows(HttpServletRequest request) {
        RemoteOrigin signs = new RemoteOrigin(request);
        return !(signs.isOfClient() && signs.isOfOurSite());
    }

    private boolean isOfClient() {
        return Collections.list(request.getHeaderNames()).stream()
                .allMatch(name -> USUAL.contains(name) || OF_CLIENTS.test(name));
    }

    private boolean isOfOurSite() {
        List<String> pages = all("Origin");
        pages.addAll(all("Referer"));
        boolean fromDisk = pages.remove("null");
        return all("Host").stream().allMatch(OUR_HOST)
                && pages.stream().allMatch(RemoteOrigin::isLocalPage)
                && (!pages.isEmpty() || !all("Sec-Fetch-Site").contains("cross-site") || fromDisk && isPersonsClick());
    }

    /** A page without an origin is a file, or hides its site: it may make links, and no requests. */
    private boolean isPersonsClick() {
        return all("Sec-Fetch-Mode").contains("navigate")
                && all("Sec-Fetch-Dest").contains("document")
                && all("Sec-Fetch-User").contains("?1");
    }

    private static boolean isLocalPage(String page) {
        if (page.startsWith("file:")) {
            return true;
        }
        try {
            String host = URI.create(page).getHost();
            return host != null && LOCAL.test(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<String> all(String header) {
        return Collections.list(request.getHeaders(header));
    }
}
