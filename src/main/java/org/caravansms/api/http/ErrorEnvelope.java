package org.caravansms.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.caravansms.message.Fault;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The answer to a request that the server refuses before a route gets it: the error envelope of the API, under an HTTP
 * status. It repeats nothing of the request.
 */
final class ErrorEnvelope extends ErrorHandler {

    private static final String ENVELOPE = """
            <?xml version="1.0" encoding="utf-8"?>
            <response>
              <action>error</action>
              <data>
                <errorcode>%d</errorcode>
                <errormessage>%s</errormessage>
              </data>
            </response>
            """;

    private final int maxHeaderBytes;

    ErrorEnvelope(int maxHeaderBytes) {
        this.maxHeaderBytes = maxHeaderBytes;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        String envelope = ENVELOPE.formatted(fault(status).code(), text(status));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml; charset=utf-8");
        response.write(true, ByteBuffer.wrap(envelope.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static Fault fault(int status) {
        if (isHeadTooLarge(status)) {
            return Fault.REQUEST_TOO_LARGE;
        }
        return switch (status) {
            // it may have happened after the messages were accepted
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> Fault.QUEUE_IN_DOUBT;
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> Fault.INVALID_REQUEST;
            default -> HttpStatus.isServerError(status) ? Fault.INTERNAL_ERROR : Fault.INVALID_REQUEST;
        };
    }

    private String text(int status) {
        if (isHeadTooLarge(status)) {
            return "The request's address and headers are larger than " + maxHeaderBytes + " bytes; use POST.";
        }
        return switch (status) {
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> "The method is not allowed; use GET or POST.";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not arrive in time.";
            case HttpStatus.INTERNAL_SERVER_ERROR_500 ->
                "Internal error; the messages of this request may or may not be sent.";
            default -> HttpStatus.getMessage(status) + ".";
        };
    }

    private static boolean isHeadTooLarge(int status) {
        return status == HttpStatus.URI_TOO_LONG_414 || status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431;
    }
}
