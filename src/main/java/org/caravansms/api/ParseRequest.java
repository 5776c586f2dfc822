package org.caravansms.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.caravansms.message.Fault;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * First step of a request: decodes the query and the form into one set of parameters. The body wins over the query;
 * a parameter given twice in one of them counts as it was given first.
 */
public final class ParseRequest {

    private final int maxBodyBytes;

    public ParseRequest(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    /** @throws ApiException when the body is too large or no form, or the encoding is broken */
    public ApiRequest parse(RawRequest request) {
        if (request.body().length > maxBodyBytes) {
            throw new ApiException(
                    Fault.REQUEST_TOO_LARGE, "The request's body is larger than " + maxBodyBytes + " bytes.");
        }
        Map<String, String> parameters = decode(form(request));
        decode(request.query().getBytes(StandardCharsets.ISO_8859_1)).forEach(parameters::putIfAbsent);
        return new ApiRequest(parameters, request.client());
    }

    private static byte[] form(RawRequest request) {
        if (request.body().length > 0 && !request.hasForm()) {
            throw new ApiException(
                    Fault.INVALID_REQUEST, "The body's Content-Type is not application/x-www-form-urlencoded.");
        }
        return request.body();
    }

    private static Map<String, String> decode(byte[] form) {
        Map<String, String> parameters = new HashMap<>(form.length / 16);
        try {
            UrlEncoded.decodeTo(
                    new ByteArrayInputStream(form),
                    (name, value) -> parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value),
                    StandardCharsets.UTF_8,
                    -1,
                    -1);
        } catch (IOException | RuntimeException e) {
            throw new ApiException(Fault.INVALID_REQUEST, "The parameters are not URL-encoded.");
        }
        return parameters;
    }
}
