package org.caravansms.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a request shows that somebody elsewhere is behind it: a proxy that passes it on, or a page of another site that
 * a browser on this machine has open. The first shows in headers that clients do not send themselves, the second in Host
 * (a name that was made to lead here), Origin, Referer and Fetch Metadata.
 */
public final class RemoteOrigin {

    /** What programs and browsers send themselves. Proxies add others, and nobody knows the names of all. */
    private static final Predicate<String> OF_CLIENTS = Pattern.compile(
                    "accept.*|access-control-request-.*|authorization|baggage|cache-control|connection|content-.*|cookie"
                            + "|date|dnt|expect|from|host|http2-settings|if-.*|keep-alive|origin|postman-token|pragma|priority|range"
                            + "|referer|save-data|sec-.*|te|traceparent|tracestate|trailer|transfer-encoding"
                            + "|upgrade.*|user-agent|x-requested-with",
                    Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    private static final String THIS_MACHINE = "([^.]+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[::1]";

    /** A name without a dot is this machine's own, or one of its network: no site is called so. */
    private static final Predicate<String> OUR_HOST = Pattern.compile(
                    "((" + THIS_MACHINE + "|[^.:\\[\\]]+)(:[0-9]*)?)?", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    private static final Predicate<String> LOCAL =
            Pattern.compile(THIS_MACHINE, Pattern.CASE_INSENSITIVE).asMatchPredicate();

    private final HttpServletRequest request;

    private RemoteOrigin(HttpServletRequest request) {
        this.request = request;
    }

    static boolean shows(HttpServletRequest request) {
        RemoteOrigin signs = new RemoteOrigin(request);
        return !(signs.isOfClient() && signs.isOfOurSite());
    }

    private boolean isOfClient() {
        return Collections.list(request.getHeaderNames()).stream().allMatch(OF_CLIENTS);
    }

    private boolean isOfOurSite() {
        List<String> pages = all("Origin");
        pages.addAll(all("Referer"));
        boolean fromDisk = pages.remove("null");
        return all("Host").stream().allMatch(OUR_HOST)
                && pages.stream().allMatch(RemoteOrigin::isLocalPage)
                && (!pages.isEmpty() || !all("Sec-Fetch-Site").contains("cross-site") || fromDisk && isPersonsClick());
    }

    /** A page without an origin may be a file, or one that hides its site: that one gets no further than a click. */
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
