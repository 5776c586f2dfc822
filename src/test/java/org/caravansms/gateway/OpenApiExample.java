package org.caravansms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravansms.OpenApiDocument;

/**
 * A request or an answer that the document shows. An answer has the name of its requests.
 *
 * @param name its name
 * @param place a JSON pointer to its parameter or media type object, which has its schema
 * @param value what it is
 */
record OpenApiExample(String name, String place, JsonNode value) {

    private static final String QUERY = "/paths/~1api/get/parameters/0";
    private static final String FORM = "/paths/~1api/post/requestBody/content/application~1x-www-form-urlencoded";
    private static final String JSON = "/paths/~1api/post/requestBody/content/application~1json";
    private static final String ANSWER = "/components/responses/Answer/content";

    static List<OpenApiExample> requests() {
        return Stream.of(QUERY, FORM, JSON).flatMap(OpenApiExample::in).toList();
    }

    static List<OpenApiExample> answers() {
        return OpenApiDocument.keys(ANSWER).stream()
                .flatMap(type -> in(ANSWER + "/" + type.replace("/", "~1")))
                .toList();
    }

    private static Stream<OpenApiExample> in(String place) {
        return OpenApiDocument.at(place + "/examples").properties().stream()
                .map(entry -> new OpenApiExample(
                        entry.getKey(),
                        place,
                        OpenApiDocument.resolved(entry.getValue()).required("value")));
    }

    String mediaType() {
        return place.substring(place.lastIndexOf('/') + 1).replace("~1", "/");
    }

    OpenApiSchema schema() {
        return OpenApiSchema.at(place + "/schema");
    }

    /** @param path the path of the API */
    HttpRequest request(int port, String path) {
        String address = "http://127.0.0.1:" + port + path;
        return switch (place) {
            case QUERY ->
                HttpRequest.newBuilder(URI.create(address + "?" + form())).build();
            case FORM -> post(address, form()).build();
            default ->
                post(address + "?action=" + (value.has("messages") ? "sendmsg" : "deletemsg"), value.toString())
                        .header("Authorization", login())
                        .build();
        };
    }

    private HttpRequest.Builder post(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", mediaType())
                .POST(BodyPublishers.ofString(body));
    }

    private String form() {
        return value.properties().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String login() {
        return "Basic " + Base64.getEncoder().encodeToString("admin:abc123".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name + " in " + mediaType();
    }
}
