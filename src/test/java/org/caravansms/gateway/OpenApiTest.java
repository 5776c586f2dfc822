package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravansms.OpenApiDocument;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the API against the API. */
class OpenApiTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CODES = "/components/schemas/ErrorCode/";
    private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| ([1-9][0-9]*) \\| (.+) \\|$");

    @TempDir
    static Path data;

    private static TestSmsc smsc;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(data, smsc.port());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    static Stream<OpenApiExample> requests() {
        return OpenApiExample.requests().stream();
    }

    static Stream<OpenApiExample> examples() {
        return Stream.concat(requests(), OpenApiExample.answers().stream());
    }

    @Test
    void documentShouldBeServedOctetForOctet() throws Exception {
        HttpResponse<String> answer =
                ask(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/openapi.json"))
                        .build());
        assertEquals(200, answer.statusCode());
        assertEquals("application/json", header(answer, "Content-Type"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals(OpenApiDocument.text(), answer.body());
    }

    @Test
    void documentShouldBeOpenApi() {
        ParseOptions options = new ParseOptions();
        options.setResolveFully(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(OpenApiDocument.text(), null, options);
        assertEquals(List.of(), result.getMessages());
        assertNotNull(result.getOpenAPI().getPaths().get("/api").getPost());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleShouldFitItsSchema(OpenApiExample example) {
        JsonNode document = example.value().isTextual()
                ? AnswerTree.of(example.mediaType(), example.value().textValue())
                : example.value();
        assertEquals(Set.of(), example.schema().errors(document));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestOfAnExampleShouldGetItsAnswer(OpenApiExample example) throws Exception {
        HttpResponse<String> answer = ask(example.request(gateway.port(), "/api"));
        OpenApiExample documented = answerTo(example);
        assertEquals(200, answer.statusCode());
        assertEquals(documented.mediaType(), header(answer, "Content-Type").replaceAll(" *;.*", ""));
        assertEquals(Set.of(), documented.schema().errors(AnswerTree.of(documented.mediaType(), answer.body())));
        assertEquals(text(documented), withoutChance(answer.body()));
    }

    @Test
    void everyAnswerShouldHaveARequest() {
        assertEquals(
                requests().map(OpenApiExample::name).collect(Collectors.toSet()),
                OpenApiExample.answers().stream().map(OpenApiExample::name).collect(Collectors.toSet()));
    }

    @Test
    void otherPathsShouldAnswerTheSame() throws Exception {
        OpenApiExample example = requests().findFirst().orElseThrow();
        for (String path : OpenApiDocument.list("/paths/~1api/x-same-paths")) {
            assertEquals(
                    text(answerTo(example)),
                    withoutChance(ask(example.request(gateway.port(), path)).body()),
                    path);
        }
    }

    @Test
    void errorCodesShouldBeThoseOfTheGateway() {
        List<String> codes = OpenApiDocument.list(CODES + "enum");
        List<String> names = OpenApiDocument.list(CODES + "x-enum-varnames");
        assertEquals(
                Arrays.stream(Fault.values())
                        .map(fault -> Integer.toString(fault.code()))
                        .toList(),
                codes);
        assertEquals(Arrays.stream(Fault.values()).map(Fault::name).toList(), names);
        assertEquals(
                Stream.concat(Stream.of("SUCCESS"), names.stream()).toList(),
                OpenApiDocument.list("/components/schemas/ResponseCode/enum"));
    }

    @Test
    void errorCodesShouldMeanWhatThePageSays() throws Exception {
        List<String> codes = OpenApiDocument.list(CODES + "enum");
        List<String> meanings = OpenApiDocument.list(CODES + "x-enum-descriptions");
        assertEquals(codes.size(), meanings.size());
        Map<String, String> documented = new TreeMap<>();
        for (int i = 0; i < codes.size(); i++) {
            documented.put(codes.get(i), meanings.get(i));
        }
        Map<String, String> page = new TreeMap<>();
        CODE_ROW.matcher(Files.readString(Path.of("docs/error-codes.md")))
                .results()
                .forEach(row -> page.put(row.group(1), row.group(2)));
        assertEquals(page, documented);
    }

    @Test
    void serversShouldBeWhereTheGatewayListensUnlessItIsToldOtherwise() throws Exception {
        Properties settings = new Properties();
        settings.load(Files.newBufferedReader(Path.of("config/application.properties")));
        for (JsonNode server : OpenApiDocument.at("/servers")) {
            String scheme = server.get("url").textValue().split(":")[0];
            for (String part : List.of("host", "port")) {
                assertEquals(
                        settings.getProperty("sms." + scheme + "." + part),
                        server.at("/variables/" + part + "/default").textValue());
            }
        }
    }

    private static OpenApiExample answerTo(OpenApiExample request) {
        return OpenApiExample.answers().stream()
                .filter(answer -> answer.name().equals(request.name()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(OpenApiExample answer) {
        return withoutChance(
                answer.value().isTextual()
                        ? answer.value().textValue()
                        : answer.value().toString());
    }

    /** What differs from one answer to the next: names and times. */
    private static String withoutChance(String answer) {
        return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("(missing)");
    }

    private static HttpResponse<String> ask(HttpRequest request) throws Exception {
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
