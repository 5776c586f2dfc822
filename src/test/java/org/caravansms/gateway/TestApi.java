package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.camel.util.FileUtil;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A gateway with an SMSC for the tests of a class, and a client that asks it as the sample user and reads to the octet. */
final class TestApi implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    static final String LOGIN = "username=admin&password=abc123";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final JsonMapper JSON = new JsonMapper();

    private final String[] settings;
    private final StandInStore store;
    private Path data;
    private TestSmsc smsc;
    private RunningGateway gateway;
    private Queues queues;

    TestApi(String... settings) {
        this(null, settings);
    }

    /** @param store answers in place of the gateway's own */
    TestApi(StandInStore store, String... settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        data = Files.createTempDirectory("caravan");
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(data, smsc.port(), store, settings);
        queues = new Queues();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
        smsc.received().clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        queues.close();
        gateway.close();
        smsc.close();
        FileUtil.removeDir(data.toFile());
    }

    int port() {
        return gateway.port();
    }

    Path data() {
        return data;
    }

    TestSmsc smsc() {
        return smsc;
    }

    StandInStore store() {
        return store;
    }

    /** Asks by a query after the login. */
    HttpAnswer ask(String query) throws IOException {
        return get("/api?" + LOGIN + "&" + query);
    }

    /** Waits until no request is under way. */
    void idle() {
        await().until(() -> gateway.camel().getInflightRepository().size() == 0);
    }

    Queues queues() {
        return queues;
    }

    HttpAnswer get(String address) throws IOException {
        return HttpAnswer.to(port(), "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    HttpAnswer post(String address, String contentType, String body, String... headers) throws IOException {
        return HttpAnswer.toPost(port(), address, contentType, body, headers);
    }

    HttpAnswer form(String form) throws IOException {
        return post("/api", FORM, form);
    }

    /** Sends messages by a form after the login. */
    HttpAnswer send(String form) throws IOException {
        return form("action=sendmessage&" + LOGIN + "&" + form);
    }

    /** Sends messages by the JSON API. */
    HttpAnswer sendmsg(String document) throws IOException {
        return post("/api?action=sendmsg", "application/json", document, basic("admin", "abc123"));
    }

    static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpAnswer answer) throws IOException {
        return JSON.readTree(answer.octets());
    }

    static String quoted(String text) throws IOException {
        return JSON.writeValueAsString(text);
    }

    /** What came to the SMSC once nothing waits any more. */
    List<SubmitSm> arrived(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> smsc.received().size() >= count);
        await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
        return List.copyOf(smsc.received());
    }

    List<String> texts(int count) {
        return arrived(count).stream().map(SubmitSm::text).sorted().toList();
    }
}
