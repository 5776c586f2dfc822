package org.caravansms.api;

import java.util.Set;

/** Tells by a request's path whether it is for the API. */
public final class ReadPath {

    /** The documented one, and those that clients of the vendor's other products use. */
    static final Set<String> API = Set.of("/api", "/httpapi", "/ozeki", "/");

    public boolean isApi(RawRequest request) {
        String path = request.path();
        return API.contains(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
