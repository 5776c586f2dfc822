package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The send page in a browser, as a person uses it. */
final class SendPage {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver browser;

    SendPage(ChromeDriver browser) {
        this.browser = browser;
    }

    void open(int port) {
        browser.get("http://127.0.0.1:" + port + "/");
    }

    void logIn(String username, String password) {
        type("username", username);
        type("password", password);
    }

    void message(int row, String recipient, String text) {
        type("recipient" + row, recipient);
        type("messagedata" + row, text);
    }

    /** ChromeDriver cannot type what is outside the basic plane: such a text is put in, and the page told. */
    void put(String id, String text) {
        browser.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                field(id),
                text);
    }

    void paste(String id, String text) {
        browser.executeScript(
                "const data = new DataTransfer(); data.setData('text', arguments[1]); arguments[0].dispatchEvent("
                        + "new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));",
                field(id),
                text);
    }

    void add() {
        field("add").click();
    }

    void remove(int row) {
        browser.findElements(By.className("remove")).get(row).click();
    }

    /** Returns once there is an answer, or what stands for one. */
    void send() {
        press();
        await().until(() -> !summary().isEmpty() || !fault().isEmpty());
    }

    void press() {
        field("submit").click();
    }

    String summary() {
        return field("summary").getText();
    }

    String fault() {
        return field("fault").getText();
    }

    List<String> reports() {
        return browser.findElements(By.className("report")).stream()
                .map(WebElement::getText)
                .toList();
    }

    String count(int row) {
        return field("count" + row).getText();
    }

    String value(String id) {
        return field(id).getDomProperty("value");
    }

    List<String> values(String className) {
        return browser.findElements(By.className(className)).stream()
                .map(field -> field.getDomProperty("value"))
                .toList();
    }

    boolean hasNone(String selector) {
        return browser.findElements(By.cssSelector(selector)).isEmpty();
    }

    boolean canSend() {
        return field("submit").isEnabled();
    }

    Object run(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    /** Whatever the browser complained of since it was asked last: errors of the script, breaches of the policy. */
    List<String> console() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    void look(int width, boolean dark) {
        metrics(width, 900);
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    boolean fitsItsWidth() {
        return (boolean) run("return document.documentElement.scrollWidth <= window.innerWidth");
    }

    /** The whole page, however long. */
    void screenshot(String name) throws IOException {
        long width = (long) run("return window.innerWidth");
        metrics(width, (long) run("return document.documentElement.scrollHeight"));
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
    }

    private void metrics(long width, long height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void type(String id, String text) {
        field(id).clear();
        field(id).sendKeys(text);
    }

    private WebElement field(String id) {
        return browser.findElement(By.id(id));
    }
}
