package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The send page's files as they are served, and which requests they are served to. */
class PageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(data, FreePort.next());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, index.html, text/html;charset=utf-8",
        "/?lang=en, index.html, text/html;charset=utf-8",
        "/send.css, send.css, text/css;charset=utf-8",
        "/send.js, send.js, text/javascript;charset=utf-8"
    })
    void fileShouldArriveOctetForOctetUnderItsType(String path, String name, String contentType) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", path);
        assertEquals(200, answer.statusCode());
        assertEquals(contentType, header(answer, "Content-Type").replace(" ", ""));
        assertArrayEquals(file(name), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/send.css", "/send.js"})
    void pageShouldBeShutToEverythingFromOutside(String path) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", path);
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
                        + "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
                header(answer, "Content-Security-Policy"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
        assertEquals("max-age=60", header(answer, "Cache-Control"));
    }

    @Test
    void headShouldGetTheHeadersOnly() throws Exception {
        HttpResponse<byte[]> answer = ask("HEAD", "/");
        assertEquals("text/html;charset=utf-8", header(answer, "Content-Type").replace(" ", ""));
        assertEquals(Integer.toString(file("index.html").length), header(answer, "Content-Length"));
        assertEquals(0, answer.body().length);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /?action=sendmessage",
        "GET, /?a=b&Action=SendMessage",
        "HEAD, /?ACTION",
        "POST, /",
        "GET, /api",
        "GET, /send.js/x"
    })
    void requestOfTheApiShouldNotGetThePage(String method, String path) throws Exception {
        HttpResponse<byte[]> answer = ask(method, path);
        assertTrue(answer.headers().firstValue("Content-Security-Policy").isEmpty());
    }

    @Test
    void actionOnTheRootShouldBeAnsweredByTheApi() throws Exception {
        String answer = new String(ask("GET", "/?action=fly").body(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("<errorcode>"), answer);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("(missing)");
    }

    private static HttpResponse<byte[]> ask(String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + gateway.port() + path);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = PageTest.class.getResourceAsStream("/org/caravansms/page/" + name)) {
            return file.readAllBytes();
        }
    }
}
