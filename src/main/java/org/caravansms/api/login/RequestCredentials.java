package org.caravansms.api.login;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.caravansms.api.ApiRequest;
import org.caravansms.api.Parameter;

/**
 * A request's login: the parameters username and password, or HTTP Basic (RFC 7617, in UTF-8) where there is no username.
 * Unreadable credentials are empty.
 *
 * @param name the user's name as given
 * @param password the password as given
 */
public record RequestCredentials(String name, String password) {

    private static final String BASIC = "Basic ";
    private static final RequestCredentials NONE = new RequestCredentials("", "");

    public static RequestCredentials of(ApiRequest request) {
        return request.get(Parameter.USERNAME) == null
                ? basic(request.client().authorization())
                : new RequestCredentials(request.get(Parameter.USERNAME), request.getOrElse(Parameter.PASSWORD, ""));
    }

    private static RequestCredentials basic(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return NONE;
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return pair(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return NONE;
        }
    }

    /** Section 2: the first colon ends the name. */
    private static RequestCredentials pair(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? NONE : new RequestCredentials(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
