package org.caravansms.gateway.shared;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravansms.gateway.Chromium;
import org.caravansms.gateway.TestApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A form as the vendor's page shows it, with the sample login, in a browser on this machine: from where it may send. */
class SeedFormTest {

    private static final String FOREIGN = "elsewhere.example";

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    private static ChromeDriver browser;
    private static HttpServer site;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start(folder.resolve("profile"), "--host-resolver-rules=MAP " + FOREIGN + " 127.0.0.1");
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.createContext("/", exchange -> {
            byte[] form = form().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, form.length);
            exchange.getResponseBody().write(form);
            exchange.close();
        });
        site.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
            site.stop(0);
        }
    }

    @Test
    void formOnTheDiskShouldSend() throws IOException {
        Path file = Files.writeString(folder.resolve("seed.html"), form());
        assertTrue(answerOn(file.toUri().toString()).contains("Message accepted for delivery"));
        assertEquals(List.of("Hello World", "Second Message"), api.texts(2));
    }

    @Test
    void formOfAPageOnThisMachineShouldSend() {
        assertTrue(answerOn(page("localhost")).contains("Message accepted for delivery"));
        assertEquals(List.of("Hello World", "Second Message"), api.texts(2));
    }

    @Test
    void formOfAnotherSiteShouldBeRefused() {
        assertTrue(answerOn(page(FOREIGN)).contains("Invalid username or password."));
    }

    @Test
    void nameThatWasMadeToLeadHereShouldBeRefused() {
        browser.get("http://" + FOREIGN + ":" + api.port() + "/api?action=sendmessage&" + TestApi.LOGIN
                + "&recipient=111222&messagedata=x");
        assertTrue(browser.getPageSource().contains("Invalid username or password."), browser.getPageSource());
    }

    private static String page(String host) {
        return "http://" + host + ":" + site.getAddress().getPort() + "/";
    }

    private static String answerOn(String page) {
        browser.get(page);
        browser.findElement(By.cssSelector("[type=submit]")).click();
        await().until(() -> browser.getCurrentUrl().endsWith("/api"));
        return browser.getPageSource();
    }

    private static String form() {
        Map<String, String> fields = Map.of(
                "action", "sendmessage",
                "messagecount", "2",
                "username", "admin",
                "password", "abc123",
                "recipient0", "06203105366",
                "messagetype0", "SMS:TEXT",
                "messagedata0", "Hello World",
                "recipient1", "06202222222",
                "messagetype1", "SMS:TEXT",
                "messagedata1", "Second Message");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": <input type=text name=" + field.getKey() + " value='"
                        + field.getValue() + "'><br>")
                .collect(Collectors.joining(
                        "\n",
                        "<form action=http://127.0.0.1:" + api.port() + "/api method=post>",
                        "<input type=submit value=OK></form>"));
    }
}
