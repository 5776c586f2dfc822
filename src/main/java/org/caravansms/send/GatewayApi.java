package org.caravansms.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The HTTP API of a gateway, docs/http-api.md, for a user. */
public final class GatewayApi {

    /** With the start of the program it says within two seconds that there is no answer. */
    private static final Duration CONNECT = Duration.ofMillis(1200);

    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client = client();
    private final JsonMapper json = new JsonMapper();
    private final URI url;
    private final String login;

    /** @param url of the API, such as {@code http://127.0.0.1:9509/api} */
    public GatewayApi(URI url, String user, String password) {
        this.url = url;
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.login = "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /** @throws IOException when nothing answers there soon */
    public static void probe(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/openapi.json"))
                .timeout(CONNECT)
                .build();
        client().send(request, BodyHandlers.discarding());
    }

    /**
     * @return an answer for each, in their order
     * @throws GatewayRefusal when the request is refused as a whole
     * @throws IOException when the answer is not known: the same may be sent again, since each has an id
     */
    public List<SmsAnswer> send(List<OutgoingSms> messages) throws IOException, InterruptedException {
        JsonNode reports = ask("sendmessage", messages).at("/data/acceptreports");
        List<SmsAnswer> answers = new ArrayList<>();
        for (JsonNode report : reports) {
            answers.add(answer(report, answers.size()));
        }
        if (answers.size() != messages.size()) {
            throw new IOException(
                    "the answer of " + url + " has " + answers.size() + " reports, not " + messages.size());
        }
        return answers;
    }

    private static SmsAnswer answer(JsonNode report, int index) {
        int code = report.path("statuscode").asInt(-1);
        String text = withoutIndex(report.path("statusmessage").asText(""), index);
        return new SmsAnswer(code, report.path("messageid").asText(""), code == 0 ? "" : text);
    }

    /** The index of a parameter in the request says nothing to its sender. */
    private static String withoutIndex(String text, int index) {
        return text.replaceAll("\\b([a-z_]+)" + index + "\\b", "$1");
    }

    /** @return what would become of each, see docs/control.md */
    public List<JsonNode> explain(List<OutgoingSms> messages) throws IOException, InterruptedException {
        if (messages.isEmpty()) {
            return List.of();
        }
        JsonNode answer = ask("explain", messages);
        List<JsonNode> explained = new ArrayList<>();
        for (JsonNode message : answer.at("/data/messages")) {
            String text = message.path("text").asText("");
            explained.add(((ObjectNode) message).put("text", withoutIndex(text, explained.size())));
        }
        if (explained.size() != messages.size()) {
            throw new GatewayRefusal(0, answer.path("response_msg").asText("The gateway explains no messages"));
        }
        return explained;
    }

    private JsonNode ask(String action, List<OutgoingSms> messages) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Authorization", login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(action, messages)))
                .build();
        JsonNode answer = json(client.send(request, BodyHandlers.ofByteArray()).body());
        if (answer.path("action").asText().equals("error")) {
            JsonNode data = answer.path("data");
            throw new GatewayRefusal(
                    data.path("errorcode").asInt(), data.path("errormessage").asText());
        }
        return answer;
    }

    private JsonNode json(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new IOException(url + " does not answer as the API of a gateway, whose path is /api");
        }
    }

    private static String form(String action, List<OutgoingSms> messages) {
        StringBuilder form =
                new StringBuilder("action=" + action + "&responseformat=json&messagecount=" + messages.size());
        for (int i = 0; i < messages.size(); i++) {
            String index = Integer.toString(i);
            messages.get(i).parameters().forEach((name, value) -> form.append('&')
                    .append(encoded(indexed(name, index)))
                    .append('=')
                    .append(encoded(value)));
        }
        return form.toString();
    }

    private static String indexed(String name, String index) {
        return name.startsWith("tlv.") ? "tlv" + index + name.substring("tlv".length()) : name + index;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
