package org.caravansms.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One request of many messages of 100 characters, each of which begins with the request's name and its own number.
 *
 * @param name some letters
 * @param count how many messages
 */
record LargeRequest(String name, int count) {

    private static final String REST =
            " Your parcel is on its way. Track it with the code in this message; questions? Call us.";

    /** @return the answer to {@code action=sendmessage} */
    String postForm(int port) throws IOException, InterruptedException {
        String form = IntStream.range(0, count)
                .mapToObj(i -> "&recipient" + i + "=" + recipient(i) + "&messagedata" + i + "=" + encoded(text(i)))
                .collect(Collectors.joining(
                        "", "action=sendmessage&username=admin&password=abc123&messagecount=" + count, ""));
        return post(port, "", "application/x-www-form-urlencoded", form);
    }

    /** @return the answer to {@code action=sendmsg} */
    String postJson(int port) throws IOException, InterruptedException {
        String json = IntStream.range(0, count)
                .mapToObj(i -> "{\"to_address\":\"" + recipient(i) + "\",\"text\":\"" + text(i) + "\"}")
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
        return post(port, "?action=sendmsg", "application/json", json);
    }

    private String text(int i) {
        return name + String.format("%06d", i) + REST;
    }

    private static String recipient(int i) {
        return String.format("36201%06d", i);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String post(int port, String query, String type, String body)
            throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("admin:abc123".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api" + query))
                .header("Content-Type", type)
                .header("Authorization", "Basic " + login)
                .timeout(Duration.ofSeconds(180))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString())
                .body();
    }
}
