package org.caravansms.api.http;

import org.caravansms.api.RawRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * The page on which a person sends messages, and the description of the API beside it: tells a request for one of these
 * files from a request of the API, and answers it. The files are read once.
 */
public final class ReadPage {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Pattern ACTION = Pattern.compile("(^|&)action(=|&|$)", Pattern.CASE_INSENSITIVE);

    private final Map<String, PageFile> files = Map.of(
            "/", PageFile.read("index.html", "text/html; charset=utf-8"),
            "/send.css", PageFile.read("send.css", "text/css; charset=utf-8"),
            "/send.js", PageFile.read("send.js", "text/javascript; charset=utf-8"),
            "/openapi.json", PageFile.read("openapi.json", "application/json"));

    /** A query that names an action is the API's, on whatever path. */
    public boolean isPage(@Body RawRequest request) {
        return METHODS.contains(request.method())
                && files.containsKey(path(request))
                && !ACTION.matcher(request.query()).find();
    }

    public void read(@Body RawRequest request, Exchange exchange) {
        PageFile file = files.get(path(request));
        exchange.getMessage().setBody(file.octets());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, file.contentType());
    }

    private static String path(RawRequest request) {
        return request.path().toLowerCase(Locale.ROOT);
    }
}
