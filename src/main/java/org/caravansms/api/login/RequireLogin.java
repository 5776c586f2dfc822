package org.caravansms.api.login;

import org.caravansms.api.ApiException;
import org.caravansms.api.ParseRequest;
import org.caravansms.api.RawRequest;

/**
 * Checks the login of a large request before it is parsed: its parameters take many times its size in memory, which only
 * users get.
 */
public record RequireLogin(ParseRequest parse, Authenticate authenticate) {

    private static final int LARGE = 64 * 1024;

    /** @throws ApiException as {@link Authenticate#user} does */
    public void ofLarge(RawRequest request) {
        if (request.body().length > LARGE) {
            authenticate.user(parse.login(request));
        }
    }
}
