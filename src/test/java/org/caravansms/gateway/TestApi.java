package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.camel.CamelContext;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A client that asks a gateway as the sample user and reads to the octet. The gateway is of the test class, or shared
 * with the other classes of the package {@code shared}, which run one after the other.
 */
public final class TestApi implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    public static final String LOGIN = "username=admin&password=abc123";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final JsonMapper JSON = new JsonMapper();

    private final String[] settings;
    private final StandInStore store;
    private final boolean isShared;
    private GatewayWithSmsc running;

    TestApi(String... settings) {
        this(false, null, settings);
    }

    /** @param store answers in place of the gateway's own */
    TestApi(StandInStore store, String... settings) {
        this(false, store, settings);
    }

    private TestApi(boolean isShared, StandInStore store, String... settings) {
        this.isShared = isShared;
        this.store = store;
        this.settings = settings;
    }

    /** For a class that only sends, each time with other texts, and reads the answers. */
    public static TestApi shared() {
        return new TestApi(true, null);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        running = isShared ? GatewayWithSmsc.shared(context) : new GatewayWithSmsc(store, settings);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        await().until(() -> queues().browse(Queues.OUTBOUND).isEmpty());
        smsc().received().clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!isShared) {
            running.close();
        }
    }

    public int port() {
        return running.gateway.port();
    }

    public int smppPort() {
        return running.gateway.smppPort();
    }

    /** The running gateway's. */
    public CamelContext camel() {
        return running.gateway.camel();
    }

    Path data() {
        return running.data;
    }

    public TestSmsc smsc() {
        return running.smsc;
    }

    StandInStore store() {
        return store;
    }

    /** Asks by a query after the login. */
    public HttpAnswer ask(String query) throws IOException {
        return get("/api?" + LOGIN + "&" + query);
    }

    /** Waits until no request is under way. */
    void idle() {
        await().until(() -> running.gateway.camel().getInflightRepository().size() == 0);
    }

    Queues queues() {
        return running.queues;
    }

    /** @return how many JMS messages are on a queue */
    public int waiting(String queue) {
        return queues().browse(queue).size();
    }

    public HttpAnswer get(String address) throws IOException {
        return HttpAnswer.to(port(), "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    public HttpAnswer post(String address, String contentType, String body, String... headers) throws IOException {
        return HttpAnswer.toPost(port(), address, contentType, body, headers);
    }

    public HttpAnswer form(String form) throws IOException {
        return post("/api", FORM, form);
    }

    /** Sends messages by a form after the login. */
    public HttpAnswer send(String form) throws IOException {
        return form("action=sendmessage&" + LOGIN + "&" + form);
    }

    /** Sends messages by the JSON API. */
    public HttpAnswer sendmsg(String document) throws IOException {
        return post("/api?action=sendmsg", "application/json", document, basic("admin", "abc123"));
    }

    public static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static JsonNode json(HttpAnswer answer) throws IOException {
        return JSON.readTree(answer.octets());
    }

    public static String quoted(String text) throws IOException {
        return JSON.writeValueAsString(text);
    }

    /** What came to the SMSC once nothing waits any more. */
    public List<SubmitSm> arrived(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> smsc().received().size() >= count);
        await().until(() -> queues().browse(Queues.OUTBOUND).isEmpty());
        return List.copyOf(smsc().received());
    }

    public List<String> texts(int count) {
        return arrived(count).stream().map(SubmitSm::text).sorted().toList();
    }
}
