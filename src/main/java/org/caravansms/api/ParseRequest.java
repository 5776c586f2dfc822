package org.caravansms.api;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.caravansms.message.Fault;

/**
 * First step of a request: decodes the query and the form into one set of parameters. The body wins over the query;
 * a parameter given twice in one of them counts as it was given first.
 */
public final class ParseRequest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final byte[] NONE = {};
    /** The names of the vendor's older product, on its path. */
    private static final Map<String, String> OLDER_NAMES = Map.of(
            "login", Parameter.USERNAME.parameter(),
            "sender", MessageField.ORIGINATOR.parameter());

    private static final Set<String> LOGIN =
            Set.of(Parameter.USERNAME.parameter(), Parameter.PASSWORD.parameter(), Parameter.CHARSET.parameter());

    private final int maxBodyBytes;
    private final int maxParameters;

    /** @param maxParameters how many parameters a request may have, unknown ones included */
    public ParseRequest(int maxBodyBytes, int maxParameters) {
        this.maxBodyBytes = maxBodyBytes;
        this.maxParameters = maxParameters;
    }

    /** @throws ApiException when the body is too large or of an unknown type, or its character set is not known */
    public ApiRequest parse(RawRequest request) {
        if (request.body().length > maxBodyBytes) {
            throw new ApiException(
                    Fault.REQUEST_TOO_LARGE, "The request's body is larger than " + maxBodyBytes + " bytes.");
        }
        ApiRequest parsed = parse(request, name -> true, request.has(JSON) ? request.body() : NONE);
        if (request.has(JSON) && parsed.actionOrNone().isEmpty()) {
            throw new ApiException(
                    Fault.MISSING_PARAMETER,
                    "Missing parameter: action. With the Content-Type " + JSON + " it is read from the query only.");
        }
        return parsed;
    }

    /** @return the login of the request only */
    public ApiRequest login(RawRequest request) {
        return parse(request, LOGIN::contains, NONE);
    }

    private ApiRequest parse(RawRequest request, Predicate<String> wanted, byte[] document) {
        Map<String, String> synonyms = ReadPath.isOlder(request) ? OLDER_NAMES : Map.of();
        FormParameters form = new FormParameters(maxParameters, synonyms, wanted);
        form.read(request.has(JSON) ? NONE : form(request));
        form.read(request.queryOctets());
        return new ApiRequest(form.decoded(), form.unreadable(), document, request.client());
    }

    private static byte[] form(RawRequest request) {
        if (request.body().length > 0 && !request.has(FORM)) {
            throw new ApiException(
                    Fault.INVALID_REQUEST,
                    "The Content-Type is " + (request.contentType().isBlank() ? "missing" : "wrong")
                            + ": that of a body is " + FORM + " or " + JSON + ".");
        }
        return request.body();
    }
}
