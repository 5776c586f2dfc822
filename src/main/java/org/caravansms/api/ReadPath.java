package org.caravansms.api;

import java.util.Locale;
import java.util.Set;

/** Tells by a request's path, in any case, whether it is for the API. */
public final class ReadPath {

    private static final String OLDER = "/ozeki";

    /** The documented one, and those that clients of the vendor's other products use. */
    static final Set<String> API = Set.of("/api", "/httpapi", OLDER, "/");

    public boolean isApi(RawRequest request) {
        return API.contains(of(request));
    }

    /** HEAD asks what GET of a page would say (RFC 9110 section 9.3.2): of it nothing is done. */
    public boolean isHeadOfApi(RawRequest request) {
        return request.method().equals("HEAD") && isApi(request);
    }

    /** @return whether it is the path of the vendor's older product */
    static boolean isOlder(RawRequest request) {
        return of(request).equals(OLDER);
    }

    /** @return the path in lower case, without a slash at its end */
    static String of(RawRequest request) {
        String path = request.path().toLowerCase(Locale.ROOT);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
