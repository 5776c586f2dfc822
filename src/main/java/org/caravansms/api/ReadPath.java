package org.caravansms.api;

import java.util.Locale;
import java.util.Set;

/** Recognises requests of the API by their path, in upper or lower case. */
public final class ReadPath {

    private static final String OLDER = "/ozeki";

    /** The documented path, and those of clients of the vendor's other products. */
    static final Set<String> API = Set.of("/api", "/httpapi", OLDER, "/");

    public boolean isApi(RawRequest request) {
        return API.contains(of(request));
    }

    /** HEAD must not act (RFC 9110 section 9.3.2): it does not run an action. */
    public boolean isHeadOfApi(RawRequest request) {
        return request.method().equals("HEAD") && isApi(request);
    }

    /** @return whether the path is that of the vendor's older product */
    static boolean isOlder(RawRequest request) {
        return of(request).equals(OLDER);
    }

    /** @return the path in lower case, without a slash at its end */
    static String of(RawRequest request) {
        String path = request.path().toLowerCase(Locale.ROOT);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
