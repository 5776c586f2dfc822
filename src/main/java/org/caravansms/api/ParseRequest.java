package org.caravansms.api;

import java.util.Map;
import java.util.Set;
import org.caravansms.message.Fault;

/**
 * First step of a request: decodes the query and the form into one set of parameters. The body wins over the query;
 * a parameter given twice in one of them counts as it was given first.
 */
public final class ParseRequest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final byte[] NONE = {};
    private static final Set<String> LOGIN =
            Set.of(Parameter.USERNAME.parameter(), Parameter.PASSWORD.parameter(), Parameter.CHARSET.parameter());

    private final int maxBodyBytes;
    private final int maxParameters;

    /** @param maxParameters how many parameters a request may have, those that nobody knows included */
    public ParseRequest(int maxBodyBytes, int maxParameters) {
        this.maxBodyBytes = maxBodyBytes;
        this.maxParameters = maxParameters;
    }

    /** @throws ApiException when the body is too large or of a kind nobody reads, or the encoding is broken */
    public ApiRequest parse(RawRequest request) {
        if (request.body().length > maxBodyBytes) {
            throw new ApiException(
                    Fault.REQUEST_TOO_LARGE, "The request's body is larger than " + maxBodyBytes + " bytes.");
        }
        FormParameters form = new FormParameters(maxParameters);
        form.read(request.has(JSON) ? NONE : form(request));
        form.read(request.queryOctets());
        Map<String, String> parameters = form.decoded();
        return new ApiRequest(parameters, request.has(JSON) ? request.body() : NONE, request.client());
    }

    /** @return what the request says of its sender, and no more */
    ApiRequest login(RawRequest request) {
        FormParameters login = new FormParameters(maxParameters, LOGIN::contains);
        login.read(request.has(JSON) ? NONE : form(request));
        login.read(request.queryOctets());
        return new ApiRequest(login.decoded(), NONE, request.client());
    }

    private static byte[] form(RawRequest request) {
        if (request.body().length > 0 && !request.has(FORM)) {
            throw new ApiException(
                    Fault.INVALID_REQUEST, "The body's Content-Type is neither " + FORM + " nor " + JSON + ".");
        }
        return request.body();
    }
}
