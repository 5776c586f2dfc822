package org.caravansms.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.api.RawRequest;

/**
 * The page on which a person sends messages, and {@code openapi.json} beside it: recognises a request for one of these
 * files, and answers it. The files are read once.
 */
public final class ReadPage {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Pattern ACTION = Pattern.compile("(^|&)action(=|&|$)", Pattern.CASE_INSENSITIVE);

    private final Map<String, PageFile> files = Map.of(
            "/", read("index.html", "text/html; charset=utf-8"),
            "/send.css", read("send.css", "text/css; charset=utf-8"),
            "/send.js", read("send.js", "text/javascript; charset=utf-8"),
            "/openapi.json", read("openapi.json", "application/json"));

    /** A query that names an action is the API's, on whatever path. */
    public boolean isPage(RawRequest request) {
        return METHODS.contains(request.method())
                && files.containsKey(path(request))
                && !ACTION.matcher(request.query()).find();
    }

    public void read(@Body RawRequest request, Exchange exchange) {
        PageFile file = files.get(path(request));
        exchange.getMessage().setBody(file.octets());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, file.contentType());
    }

    private static PageFile read(String name, String contentType) {
        try (InputStream file = ReadPage.class.getResourceAsStream("/org/caravansms/page/" + name)) {
            return new PageFile(contentType, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record PageFile(String contentType, byte[] octets) {}

    private static String path(RawRequest request) {
        return request.path().toLowerCase(Locale.ROOT);
    }
}
